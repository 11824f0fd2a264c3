/** The finder: the address says what is asked, the page shows what is found. */

import { lesen, schreiben, SORTIERUNGEN } from "./adresse.js";
import { anzahlTreffer, element } from "./bauen.js";
import { Filterliste } from "./filterliste.js";
import { hilfe, hinweise } from "./hilfe.js";
import { Trefferliste } from "./trefferliste.js";
import { frage } from "./verbindung.js";

const JE_SEITE = 20;
const PAUSE = 120;
const SCHMAL = "(max-width: 59.99em)";

export class Finder {
  constructor(platz) {
    this.platz = platz;
    this.nummer = 0;
    this.filter = new Filterliste((facette, wert, an) => this.#umschalten(facette, wert, an));
    this.liste = new Trefferliste();
  }

  async anfangen() {
    this.zustand = lesen(location.search);
    this.#bauen();
    addEventListener("popstate", () => this.#ausAdresse());
    addEventListener("pagehide", () => history.replaceState({ ...history.state, y: scrollY }, ""));
    try {
      this.filter.bauen(await frage("facettenwerte"));
      const { gezeigt = JE_SEITE, y = 0 } = history.state ?? {};
      await this.#suchen({ gezeigt });
      if (y) scrollTo(0, y);
    } catch {
      this.#gescheitert();
    }
  }

  // --- the page -----------------------------------------------------------------------------------------------------

  #bauen() {
    this.feld = element("input", {
      id: "ws-finder-q", class: "ws-finder__eingabe", type: "search", name: "q", autocomplete: "off", spellcheck: "false", "data-suchfeld": "haupt",
      "aria-describedby": "ws-finder-tipp", value: this.zustand.q, input: () => this.#tippen(),
    });
    this.zahl = element("p", { id: "trefferzahl", role: "status" }, "Die Suche wird geladen …");
    this.hinweise = element("div", { class: "ws-finder__hinweise" });
    this.marken = element("ul", { class: "ws-finder__marken", "aria-label": "Gewählte Filter", hidden: true });
    this.hilfe = element("div", { class: "ws-finder__hilfe", hidden: true });
    this.mehr = element("button", { type: "button", class: "ws-knopf", hidden: true, click: () => this.#mehrLaden() }, "Mehr Treffer laden");
    this.sortierung = element(
      "select",
      { id: "ws-finder-sortierung", change: ({ target }) => this.#aendern({ sortierung: target.value }) },
      ...Object.entries(SORTIERUNGEN).map(([wert, name]) => element("option", { value: wert }, name)),
    );
    this.rand = element("div", { class: "ws-finder__rand", role: "group", "aria-label": "Filter" }, this.filter.element);
    this.#dialog();
    this.platz.replaceChildren(this.#formular(), this.#kopf(), this.hinweise, this.marken, element("div", { class: "ws-finder__mitte" }, this.rand, element("div", { class: "ws-finder__liste" }, this.hilfe, this.liste.element, this.mehr)), this.dialog);
    this.platz.hidden = false;
    document.documentElement.dataset.finder = "";
  }

  #formular() {
    return element(
      "form",
      { class: "ws-finder__formular", role: "search", "aria-label": "Finder", submit: (ereignis) => this.#abschicken(ereignis) },
      element("label", { for: this.feld.id }, "Was suchen Sie?"),
      element("div", { class: "ws-finder__zeile" }, this.feld, element("button", { type: "submit", class: "ws-knopf ws-knopf--haupt" }, "Suchen")),
      element("p", { id: "ws-finder-tipp", class: "ws-finder__tipp" }, "Alltagswörter genügen. „Wörter in Anführungszeichen“ stehen genau so hintereinander, ein Minus schließt aus: Parken -Sensor"),
    );
  }

  #kopf() {
    this.filterknopf = element("button", { type: "button", class: "ws-knopf ws-finder__filterknopf", "aria-haspopup": "dialog", click: () => this.dialog.showModal() }, "Filter");
    return element(
      "div",
      { class: "ws-finder__kopf" },
      this.zahl,
      element("div", { class: "ws-finder__sortierung" }, element("label", { for: this.sortierung.id }, "Sortieren"), this.sortierung),
      this.filterknopf,
    );
  }

  /** On narrow screens the filters are a panel over the page; the number of hits stays in view on its button. */
  #dialog() {
    const schliessen = () => this.dialog.close();
    this.fertig = element("button", { type: "button", class: "ws-knopf ws-knopf--haupt", click: schliessen }, "Treffer zeigen");
    this.innen = element("div", { class: "ws-tafel__innen" });
    this.dialog = element(
      "dialog",
      { class: "ws-tafel", "aria-labelledby": "ws-tafel-name" },
      element("div", { class: "ws-tafel__kopf" }, element("h2", { id: "ws-tafel-name" }, "Filter"), element("button", { type: "button", class: "ws-knopf", click: schliessen }, "Schließen")),
      this.innen,
      element("div", { class: "ws-tafel__fuss" }, this.fertig),
    );
    const schmal = matchMedia(SCHMAL);
    const stellen = () => {
      (schmal.matches ? this.innen : this.rand).append(this.filter.element);
      if (!schmal.matches) this.dialog.close();
    };
    schmal.addEventListener("change", stellen);
    stellen();
  }

  // --- what the reader does -------------------------------------------------------------------------------------------

  #tippen() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#aendern({ q: this.feld.value }, true), PAUSE);
  }

  #abschicken(ereignis) {
    ereignis.preventDefault();
    clearTimeout(this.pause);
    this.#aendern({ q: this.feld.value });
  }

  #umschalten(facette, wert, an) {
    const bisher = (this.zustand.filter[facette] ?? []).filter((anderer) => anderer !== wert);
    const filter = { ...this.zustand.filter, [facette]: an ? [...bisher, wert] : bisher };
    if (!filter[facette].length) delete filter[facette];
    this.#aendern({ filter });
  }

  zuruecksetzen() {
    this.feld.value = "";
    this.#aendern({ q: "", filter: {}, sortierung: "relevanz" });
    this.feld.focus();
  }

  /** A new state gets a new address. While typing it replaces the last one, so that Back does not go letter by letter. */
  #aendern(neu, tippt = false) {
    this.zustand = { ...this.zustand, ...neu };
    const adresse = schreiben(this.zustand);
    if (tippt && this.getippt) history.replaceState(null, "", adresse);
    else if (adresse !== location.search) history.pushState(null, "", adresse);
    this.getippt = tippt;
    this.#suchen({ tippt }).catch(() => this.#gescheitert());
  }

  #ausAdresse() {
    this.getippt = false;
    this.zustand = lesen(location.search);
    this.feld.value = this.zustand.q;
    const { gezeigt = JE_SEITE, y = 0 } = history.state ?? {};
    this.#suchen({ gezeigt })
      .then(() => scrollTo(0, y))
      .catch(() => this.#gescheitert());
  }

  // --- what is found --------------------------------------------------------------------------------------------------

  async #suchen({ gezeigt = JE_SEITE, tippt = false }) {
    const nummer = ++this.nummer;
    delete document.documentElement.dataset.bereit;
    const antwort = await frage("suchen", { ...this.zustand, ab: 0, anzahl: gezeigt, tippt });
    if (nummer !== this.nummer) return;
    this.antwort = antwort;
    this.#zeigen();
    await this.#texte(antwort.treffer, nummer);
  }

  #zeigen() {
    const { antwort, zustand } = this;
    const aktive = this.filter.aktive(zustand.filter);
    this.zahl.dataset.anzahl = antwort.gesamt;
    this.zahl.textContent = zustand.q.trim() ? `${anzahlTreffer(antwort.gesamt)} für „${zustand.q.trim().slice(0, 60)}“` : `${anzahlTreffer(antwort.gesamt)}`;
    this.fertig.textContent = `${anzahlTreffer(antwort.gesamt)} zeigen`;
    this.sortierung.value = zustand.sortierung;
    this.filterknopf.textContent = aktive.length ? `Filter (${aktive.length})` : "Filter";
    this.filter.zeigen(antwort.zaehler, zustand.filter);
    this.#marken(aktive);
    this.hinweise.replaceChildren(...hinweise(antwort, this.filter.unbekannte(zustand.filter)));
    this.hilfe.hidden = antwort.gesamt > 0;
    this.hilfe.replaceChildren(...(antwort.gesamt ? [] : hilfe(antwort, zustand, aktive, (neu) => this.#uebernehmen(neu))));
    this.liste.leeren();
    this.liste.anhaengen(antwort.treffer);
    this.#knopf(antwort.treffer.length);
    document.documentElement.dataset.bereit = "";
  }

  #uebernehmen(neu) {
    if (neu.q !== undefined) this.feld.value = neu.q;
    this.#aendern(neu);
    this.feld.focus();
  }

  #marken(aktive) {
    const marken = aktive.map(({ facette, wert, name }) =>
      element("li", {}, element("button", { type: "button", class: "ws-marke", "aria-label": `Filter ${name} entfernen`, click: () => this.#umschalten(facette, wert, false) }, name, element("span", { "aria-hidden": "true" }, " ×"))),
    );
    const alles = element("li", {}, element("button", { type: "button", class: "ws-marke ws-marke--alles", click: () => this.zuruecksetzen() }, "alles zurücksetzen"));
    const etwas = aktive.length || this.zustand.q.trim() || this.zustand.sortierung !== "relevanz";
    this.marken.replaceChildren(...marken, ...(etwas ? [alles] : []));
    this.marken.hidden = !etwas;
  }

  async #texte(treffer, nummer) {
    try {
      const texte = await frage("texteZu", this.zustand.q, treffer.map(({ nr }) => nr));
      if (nummer === this.nummer) this.liste.texte(texte);
    } catch {
      // The hits stand without their statements; every one leads to its page.
    }
  }

  async #mehrLaden() {
    const nummer = this.nummer;
    const ab = this.liste.element.childElementCount;
    try {
      const { treffer } = await frage("suchen", { ...this.zustand, ab, anzahl: JE_SEITE, tippt: false });
      if (nummer !== this.nummer) return;
      this.liste.anhaengen(treffer);
      this.#knopf(ab + treffer.length);
      history.replaceState({ ...history.state, gezeigt: ab + treffer.length }, "");
      this.liste.element.children[ab]?.querySelector("a").focus({ preventScroll: true });
      await this.#texte(treffer, nummer);
    } catch {
      this.#gescheitert();
    }
  }

  #knopf(gezeigt) {
    const uebrig = this.antwort.gesamt - gezeigt;
    this.mehr.hidden = uebrig <= 0;
    this.mehr.textContent = `Mehr Treffer laden (noch ${uebrig.toLocaleString("de-DE")})`;
  }

  #gescheitert() {
    this.zahl.textContent = "Die Suche lässt sich gerade nicht laden. Bitte laden Sie die Seite neu oder stöbern Sie in den Listen unten.";
    delete document.documentElement.dataset.finder;
  }
}
