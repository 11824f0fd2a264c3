/** The filters: a group of boxes per facet, each with the number of hits it would leave. */

import { FACETTEN } from "./adresse.js";
import { element } from "./bauen.js";

const ANFANGS_OFFEN = ["art", "handlungsfeld", "status", "groesse"];

export class Filterliste {
  /** @param {(facette: string, wert: string, an: boolean) => void} gewaehlt */
  constructor(gewaehlt) {
    this.gewaehlt = gewaehlt;
    this.element = element("div", { class: "ws-filter" });
  }

  /** @param {Record<string, [string, string][]>} werte the values of every facet with their names */
  bauen(werte) {
    this.namen = Object.fromEntries(Object.entries(werte).map(([facette, paare]) => [facette, new Map(paare)]));
    this.kaesten = {};
    this.element.replaceChildren(...Object.keys(FACETTEN).map((facette) => this.#gruppe(facette, werte[facette])));
  }

  #gruppe(facette, paare) {
    this.kaesten[facette] = new Map();
    const zeilen = paare.map(([wert, name]) => this.#zeile(facette, wert, name));
    return element(
      "details",
      { class: "ws-filter__gruppe", open: ANFANGS_OFFEN.includes(facette), "data-facette": facette },
      element("summary", {}, FACETTEN[facette]),
      element("fieldset", {}, element("legend", { class: "ws-unsichtbar" }, FACETTEN[facette]), ...zeilen),
    );
  }

  #zeile(facette, wert, name) {
    const kasten = element("input", {
      type: "checkbox",
      name: facette,
      value: wert,
      change: ({ target }) => this.gewaehlt(facette, wert, target.checked),
    });
    const zahl = element("span", { class: "ws-filter__zahl" });
    const zeile = element("label", { class: "ws-filter__zeile" }, kasten, element("span", { class: "ws-filter__name" }, name), zahl);
    this.kaesten[facette].set(wert, { kasten, zahl, zeile });
    return zeile;
  }

  zeigen(zaehler, filter) {
    for (const [facette, kaesten] of Object.entries(this.kaesten)) {
      let sichtbar = 0;
      [...kaesten].forEach(([wert, { kasten, zahl, zeile }], nummer) => {
        kasten.checked = filter[facette]?.includes(wert) ?? false;
        zahl.textContent = zaehler[facette][nummer].toLocaleString("de-DE");
        zeile.hidden = !zaehler[facette][nummer] && !kasten.checked;
        sichtbar += !zeile.hidden;
      });
      this.element.querySelector(`[data-facette="${facette}"]`).hidden = !sichtbar;
    }
  }

  /** The chosen values the finder knows, with their names. */
  aktive(filter) {
    return Object.entries(filter).flatMap(([facette, werte]) =>
      werte.filter((wert) => this.namen[facette]?.has(wert)).map((wert) => ({ facette, wert, name: this.namen[facette].get(wert) })),
    );
  }

  /** What an address asks for and nobody knows. */
  unbekannte(filter) {
    return Object.entries(filter).flatMap(([facette, werte]) => werte.filter((wert) => !this.namen[facette]?.has(wert)));
  }
}
