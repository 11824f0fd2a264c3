/** The packed data of `generator/search/packing.py` laid out again: words, documents, facets and who holds which word. */

import { Deutsch, falten, worte } from "./deutsch.js";
import { bestandteile } from "./zusammensetzung.js";

const NULL = 35;
const ENDE = " ";

/** Numbers written as steps, back to ascending numbers. */
export function zahlen(text) {
  const gefunden = new Array(text.length);
  let letzte = -1;
  for (let i = 0; i < text.length; i++) gefunden[i] = letzte += text.charCodeAt(i) - NULL + 1;
  return gefunden;
}

function zeichen(text) {
  const gefunden = [];
  for (let i = 0; i < text.length; i++) gefunden.push(text.charCodeAt(i) - NULL);
  return gefunden;
}

export class Bestand {
  constructor(daten) {
    this.daten = daten;
    this.deutsch = new Deutsch(daten.unregelmaessig, daten.fuellwoerter);
    this.titel = daten.titel.split("\n");
    this.anzahl = this.titel.length;
    this.arten = daten.arten.map(([id, name, , eines]) => ({ id, name, eines }));
    this.artVon = daten.arten.flatMap(([, , anzahl], art) => new Array(anzahl).fill(art));
    this.datumVon = zeichen(daten.daten.je).map((wert) => daten.daten.werte[wert]);
    this.veraltet = new Set(zahlen(daten.veraltet));
    this.ohneText = new Set(zahlen(daten.ohneText));
    this.#facetten(daten.facetten);
    this.#woerter(daten.woerter, daten.lexikon);
    this.#stellen(daten);
    this.#zusammensetzungen();
  }

  #facetten(gepackt) {
    this.facetten = {
      art: { werte: this.arten.map(({ id, name }) => [id, name]), von: this.artVon.map((art) => [art]) },
    };
    const projekte = zeilen(gepackt.projekt);
    for (const [name, facette] of Object.entries(gepackt)) {
      const von = facette.jeProjekt ? ausProjekten(zeilen({ je: facette.jeProjekt }), projekte) : zeilen(facette);
      this.facetten[name] = { werte: facette.werte, von };
    }
    this.kurzeKennungen = this.daten.kennungen.split("\n");
  }

  /** `*3` are the first three words of the title; a measure's project comes before. */
  kennung(nr) {
    const kurz = this.kurzeKennungen[nr];
    const name = kurz.startsWith("*")
      ? worte(this.titel[nr]).flatMap((wort) => wort.match(/[a-z0-9]+/g) ?? []).slice(0, Number(kurz.slice(1))).join("-")
      : kurz;
    const { werte, von } = this.facetten.projekt;
    return this.arten[this.artVon[nr]].id === "massnahmen" ? `${werte[von[nr][0]][0]}/${name}` : name;
  }

  #woerter(gepackt, weitere) {
    this.woerter = [];
    this.stuecke = new Map();
    this.lexikon = new Set(weitere ? weitere.split(" ") : []);
    let davor = "";
    for (const zeile of gepackt.split("\n")) {
      const kopf = zeile.charCodeAt(0);
      davor = davor.slice(0, kopf - (kopf >= 80 ? 80 : 48)) + zeile.slice(1);
      const wort = davor.includes("|") ? davor.replaceAll("|", "") : davor;
      if (kopf >= 80) this.lexikon.add(wort);
      if (wort !== davor) this.stuecke.set(wort, davor.split("|"));
      this.woerter.push(wort);
    }
    this.nummern = new Map(this.woerter.map((wort, nummer) => [wort, nummer]));
  }

  /** For every field and word the documents that hold it, as a list of document and count in turns. */
  #stellen(daten) {
    this.stellen = {};
    this.laengen = {};
    for (const feld of Object.keys(daten.faktoren)) {
      this.laengen[feld] = new Float64Array(this.anzahl);
      if (daten.ausFacetten[feld]) this.stellen[feld] = new StellenAusFacetten(daten.ausFacetten[feld], this.facetten, this.laengen[feld]);
      else this.stellen[feld] = daten.felder[feld] ? this.#ausgepackt(daten.felder[feld]) : this.#ausTiteln();
    }
    for (const feld of ["titel", ...Object.keys(daten.felder)]) {
      for (const paare of this.stellen[feld].values()) {
        for (let i = 0; i < paare.length; i += 2) this.laengen[feld][paare[i]] += paare[i + 1];
      }
    }
  }

  #ausgepackt({ je, mehrfach, wieOft }) {
    const oft = new Map(zahlen(mehrfach).map((ort, i) => [ort, wieOft.charCodeAt(i) - NULL]));
    const stellen = new Map();
    let ort = 0;
    je.split(ENDE).forEach((text, nummer) => {
      if (text) stellen.set(this.woerter[nummer], zahlen(text).flatMap((dokument) => [dokument, oft.get(ort++) ?? 1]));
    });
    return stellen;
  }

  #ausTiteln() {
    const stellen = new Map();
    falten(this.daten.titel)
      .split("\n")
      .forEach((titel, nr) => zaehlen(this.deutsch.begriffeAusGefaltetem(titel), nr, stellen));
    return stellen;
  }

  /** Which compounds hold a word: park is in parkplatz and stadtpark, and at the end of the latter. */
  #zusammensetzungen() {
    this.enthaltenIn = new Map();
    for (const [wort, stuecke] of this.stuecke) {
      for (const { wort: darin, amEnde } of bestandteile(stuecke, this.lexikon, this.deutsch)) {
        if (!this.enthaltenIn.has(darin)) this.enthaltenIn.set(darin, []);
        this.enthaltenIn.get(darin).push({ wort, amEnde });
      }
    }
  }

  ort(nr) {
    const eigen = this.daten.orte[nr];
    if (eigen !== undefined) return eigen;
    const projekte = this.facetten.projekt.von[nr].map((wert) => this.facetten.projekt.werte[wert][1]);
    return projekte.length < 4 ? projekte.join(", ") : `${projekte.length} Modellprojekte`;
  }

  seite(nr) {
    const art = this.arten[this.artVon[nr]].id;
    return this.daten.seiten[`${art}/${this.kennung(nr)}`] ?? `${art}/${this.kennung(nr)}/`;
  }
}

/** A line of values per document. */
function zeilen({ je }) {
  return je.split(ENDE).map(zeichen);
}

/** What holds for a project holds for all that belongs to it. */
function ausProjekten(jeProjekt, projekte) {
  return projekte.map((dazu) => [...new Set(dazu.flatMap((projekt) => jeProjekt[projekt]))]);
}

/** What a field holds because of a document's facets, gathered for a word when it is asked for. */
class StellenAusFacetten {
  constructor(namen, facetten, laengen) {
    this.vorkommen = new Map();
    this.gesammelt = new Map();
    for (const [facette, je] of Object.entries(namen)) {
      const { von } = facetten[facette];
      const begriffe = je.map((text) => text.split(" ").filter(Boolean));
      begriffe.forEach((hier, wert) => hier.forEach((begriff) => this.#merken(begriff, von, wert)));
      von.forEach((werte, nr) => werte.forEach((wert) => (laengen[nr] += begriffe[wert].length)));
    }
  }

  #merken(begriff, von, wert) {
    if (!this.vorkommen.has(begriff)) this.vorkommen.set(begriff, new Map());
    const facetten = this.vorkommen.get(begriff);
    if (!facetten.has(von)) facetten.set(von, new Map());
    facetten.get(von).set(wert, (facetten.get(von).get(wert) ?? 0) + 1);
  }

  get(begriff) {
    if (!this.vorkommen.has(begriff)) return undefined;
    if (!this.gesammelt.has(begriff)) this.gesammelt.set(begriff, this.#sammeln(this.vorkommen.get(begriff)));
    return this.gesammelt.get(begriff);
  }

  #sammeln(facetten) {
    const anzahl = new Map();
    for (const [von, oft] of facetten) {
      von.forEach((werte, nr) => {
        for (const wert of werte) if (oft.has(wert)) anzahl.set(nr, (anzahl.get(nr) ?? 0) + oft.get(wert));
      });
    }
    return [...anzahl].sort(([eine], [andere]) => eine - andere).flat();
  }
}

function zaehlen(begriffe, nr, stellen) {
  for (const begriff of begriffe) {
    let paare = stellen.get(begriff);
    if (!paare) stellen.set(begriff, (paare = []));
    if (paare[paare.length - 2] === nr) paare[paare.length - 1]++;
    else paare.push(nr, 1);
  }
}
