/** The field in the header of every page: suggestions while typing. Without them it is a form that leads to the finder. */

import { anzahlTreffer, element, markierung } from "./bauen.js";
import { frage, WURZEL } from "./verbindung.js";

export class Vorschlaege {
  constructor(formular) {
    this.formular = formular;
    this.feld = formular.querySelector("input");
    this.liste = element("div", { class: "ws-vorschlaege", id: "ws-vorschlaege", role: "listbox", "aria-label": "Vorschläge", hidden: true });
    this.ansage = element("p", { class: "ws-unsichtbar", role: "status" });
    this.nummer = 0;
    this.gewaehlt = -1;
    formular.append(this.liste, this.ansage);
    const rolle = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.liste.id };
    for (const [name, wert] of Object.entries(rolle)) this.feld.setAttribute(name, wert);
    this.feld.addEventListener("focus", () => frage("starten").catch(() => {}));
    this.feld.addEventListener("input", () => this.#tippen());
    this.feld.addEventListener("keydown", (ereignis) => this.#taste(ereignis));
    formular.addEventListener("focusout", ({ relatedTarget }) => formular.contains(relatedTarget) || this.#schliessen());
    this.liste.addEventListener("pointerdown", (ereignis) => ereignis.preventDefault());
  }

  async #tippen() {
    const nummer = ++this.nummer;
    const q = this.feld.value;
    if (q.trim().length < 2) return this.#schliessen();
    try {
      const antwort = await frage("vorschlagen", q);
      if (nummer === this.nummer && document.activeElement === this.feld) this.#zeigen(antwort);
    } catch {
      this.#schliessen();
    }
  }

  #zeigen({ treffer, gesamt }) {
    this.optionen = [];
    const je = [...gruppiert(treffer)].map(([art, hier]) => this.#gruppe(art, hier));
    this.liste.replaceChildren(...je);
    this.#waehlen(-1);
    this.liste.hidden = !treffer.length;
    this.feld.setAttribute("aria-expanded", String(treffer.length > 0));
    this.ansage.textContent = treffer.length
      ? `${treffer.length} Vorschläge von ${anzahlTreffer(gesamt)}. Mit den Pfeiltasten wählen, Eingabetaste zeigt alle.`
      : "Keine Vorschläge.";
  }

  #gruppe(art, treffer) {
    const name = `ws-vorschlaege-${art.id}`;
    return element(
      "div",
      { role: "group", "aria-labelledby": name },
      element("div", { class: "ws-vorschlaege__art", id: name, role: "presentation" }, art.name),
      ...treffer.map((einer) => this.#option(einer)),
    );
  }

  #option({ titel, ort, seite }) {
    const nummer = this.optionen.length;
    const option = element(
      "div",
      { class: "ws-vorschlaege__einer", role: "option", id: `ws-vorschlag-${nummer}`, "aria-selected": "false", click: () => this.#hin(seite) },
      element("span", { class: "ws-vorschlaege__titel" }, ...markierung(titel)),
      ort ? element("span", { class: "ws-vorschlaege__ort" }, ` ${ort}`) : null,
    );
    this.optionen.push({ option, seite });
    return option;
  }

  #taste(ereignis) {
    const { key } = ereignis;
    if (key === "Escape") {
      if (!this.liste.hidden) ereignis.preventDefault();
      this.#schliessen();
    } else if (key === "Enter" && this.gewaehlt >= 0) {
      ereignis.preventDefault();
      this.#hin(this.optionen[this.gewaehlt].seite);
    } else if ((key === "ArrowDown" || key === "ArrowUp") && !this.liste.hidden) {
      ereignis.preventDefault();
      const anzahl = this.optionen.length + 1;
      this.#waehlen(((this.gewaehlt + 1 + (key === "ArrowDown" ? 1 : -1) + anzahl) % anzahl) - 1);
    }
  }

  /** −1 is the field itself. */
  #waehlen(nummer) {
    this.gewaehlt = nummer;
    this.optionen?.forEach(({ option }, i) => option.setAttribute("aria-selected", String(i === nummer)));
    if (nummer < 0) this.feld.removeAttribute("aria-activedescendant");
    else {
      this.feld.setAttribute("aria-activedescendant", `ws-vorschlag-${nummer}`);
      this.optionen[nummer].option.scrollIntoView({ block: "nearest" });
    }
  }

  #hin(seite) {
    location.href = adresse(seite);
  }

  #schliessen() {
    this.nummer++;
    this.liste.hidden = true;
    this.ansage.textContent = "";
    this.feld.setAttribute("aria-expanded", "false");
    this.#waehlen(-1);
  }
}

/** The address of a page of the site. From a folder there is no server that would add the file's name. */
export function adresse(seite) {
  const [pfad, anker] = seite.split("#");
  const datei = location.protocol === "file:" ? `${pfad}index.html` : pfad;
  return WURZEL + datei + (anker ? `#${anker}` : "");
}

function* gruppiert(treffer) {
  const arten = new Map();
  for (const einer of treffer) {
    if (!arten.has(einer.art.id)) arten.set(einer.art.id, [einer.art, []]);
    arten.get(einer.art.id)[1].push(einer);
  }
  yield* arten.values();
}
