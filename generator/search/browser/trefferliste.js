/** The hits as a list, and the lines that say what a hit is and why it was found. */

import { element, markierung, stand } from "./bauen.js";
import { adresse } from "./vorschlaege.js";

export class Trefferliste {
  constructor() {
    this.element = element("ol", { id: "treffer", class: "ws-treffer" });
    this.zeilen = new Map();
  }

  leeren() {
    this.element.replaceChildren();
    this.zeilen.clear();
  }

  anhaengen(treffer) {
    this.element.append(...treffer.map((einer) => this.#zeile(einer)));
  }

  #zeile(einer) {
    const kurz = einer.ohneText ? null : element("p", { class: "ws-treffer__kurz" });
    const ueber = element("p", { class: "ws-treffer__ueber", hidden: true });
    this.zeilen.set(einer.nr, { kurz, ueber });
    return element(
      "li",
      { class: "ws-treffer__einer", "data-record": einer.record },
      element("p", { class: "ws-treffer__art" }, [einer.art.eines, einer.ort].filter(Boolean).join(" · ")),
      element("h2", { class: "ws-treffer__titel" }, element("a", { href: adresse(einer.seite) }, ...markierung(einer.titel))),
      kurz,
      this.#fakten(einer),
      ueber,
    );
  }

  #fakten(einer) {
    const teile = [stand(einer), einer.felder.join(", ")].filter(Boolean);
    if (!teile.length) return null;
    const warnung = einer.veraltet ? element("span", { class: "ws-treffer__alt" }, "kann überholt sein") : null;
    const [erster, ...weitere] = teile;
    return element("p", { class: "ws-treffer__fakten" }, erster, warnung ? " – " : null, warnung, ...weitere.map((teil) => ` · ${teil}`));
  }

  /** The plain statements come a moment later than the hits. */
  texte(texte) {
    for (const { nr, kurz, ueber } of texte) {
      const zeile = this.zeilen.get(nr);
      zeile?.kurz?.replaceChildren(...markierung(kurz));
      zeile?.kurz?.classList.add("ws-treffer__kurz--da");
      if (zeile && ueber.length) {
        zeile.ueber.textContent = `Gefunden über: ${ueber.join(", ")}`;
        zeile.ueber.hidden = false;
      }
    }
  }
}
