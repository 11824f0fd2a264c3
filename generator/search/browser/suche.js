/** The search itself: query and filters in, hits, counts and help out. Knows neither page nor worker. */

import { zerlegeAnfrage } from "./anfrage.js";
import { Bestand } from "./bestand.js";
import { Deuter } from "./deutung.js";
import { Facetten } from "./facetten.js";
import { Index } from "./index.js";
import { Rang } from "./rang.js";
import { Texte } from "./texte.js";
import { Woerterbuch } from "./woerterbuch.js";

const JE_GRUPPE = 3;
const VORSCHLAEGE = 8;

export class Suche {
  /** @param {object} daten @param {(name: string) => Promise<string[]>} laden */
  constructor(daten, laden) {
    this.bestand = new Bestand(daten);
    this.index = new Index(this.bestand);
    this.deuter = new Deuter(this.bestand, this.index);
    this.rang = new Rang(this.bestand, this.index);
    this.facetten = new Facetten(this.bestand);
    this.texte = new Texte(this.bestand, laden);
    this.woerterbuch = new Woerterbuch(this.bestand);
  }

  /** @param {{q: string, filter: Record<string, string[]>, sortierung: string, ab: number, anzahl: number, tippt: boolean}} wunsch */
  async suchen({ q = "", filter = {}, sortierung = "relevanz", ab = 0, anzahl = 20, tippt = false }) {
    const { gefunden, anfrage, begriffe } = await this.#finden(q, tippt);
    const { bleiben, zaehler } = this.facetten.filtern([...gefunden.keys()], filter);
    this.#sortieren(bleiben, gefunden, sortierung, anfrage);
    const nummern = bleiben.slice(ab, ab + anzahl);
    return {
      gesamt: bleiben.length,
      ohneFilter: gefunden.size,
      treffer: nummern.map((nr) => this.#treffer(nr, gefunden.get(nr), begriffe)),
      zaehler,
      sortierung,
      ...this.#hilfe(anfrage, begriffe, bleiben.length),
    };
  }

  /** The best few, grouped by kind. */
  async vorschlagen(q) {
    const { gefunden, begriffe } = await this.#finden(q, true, false);
    const nummern = [...gefunden.keys()];
    nummern.sort((eine, andere) => gefunden.get(andere).punkte - gefunden.get(eine).punkte || eine - andere);
    const gewaehlt = ausgewogen(nummern, (nr) => this.bestand.artVon[nr]);
    gewaehlt.sort((eine, andere) => this.bestand.artVon[eine] - this.bestand.artVon[andere] || nummern.indexOf(eine) - nummern.indexOf(andere));
    return { gesamt: nummern.length, treffer: gewaehlt.map((nr) => this.#treffer(nr, gefunden.get(nr), begriffe)) };
  }

  /** The plain statements of hits, marked, and by which other words they were found. */
  async texteZu(q, nummern) {
    const { gefunden, begriffe } = this.zuletzt?.q === q ? this.zuletzt : await this.#finden(q, false);
    return this.texte.zu(nummern, gefunden, begriffe);
  }

  /** The values of every facet with their names, in the order they are shown. */
  facettenwerte() {
    return Object.fromEntries(Object.entries(this.bestand.facetten).map(([name, { werte }]) => [name, werte]));
  }

  async #finden(q, tippt, pruefen = true) {
    const schluessel = `${tippt && !/\s$/.test(q)}|${q}`;
    if (this.zuletzt?.schluessel !== schluessel) {
      const anfrage = zerlegeAnfrage(q, this.bestand.deutsch);
      const begriffe = [...this.deuter.deuten(anfrage.worte, tippt && anfrage.offen), ...anfrage.phrasen.map((phrase) => this.#alsBegriff(phrase))];
      this.zuletzt = { schluessel, q, anfrage, begriffe, gefunden: await this.#auswaehlen(anfrage, begriffe, pruefen) };
    }
    return this.zuletzt;
  }

  async #auswaehlen(anfrage, begriffe, pruefen) {
    const gefunden = begriffe.length ? this.rang.ordnen(begriffe) : this.#alle(anfrage);
    for (const phrase of anfrage.phrasen) await this.#nurMit(phrase, gefunden, pruefen);
    for (const ohne of anfrage.ohne) await this.#nurOhne(ohne, gefunden, pruefen);
    return gefunden;
  }

  /** Without any word everything is found; with words that say nothing, nothing is. */
  #alle(anfrage) {
    const leer = { punkte: 0, worte: new Set(), ueber: new Set() };
    return new Map(anfrage.leer || anfrage.ohne.length ? this.bestand.titel.map((_, nr) => [nr, leer]) : []);
  }

  #alsBegriff({ folge, sinn }) {
    const moeglich = sinn.length && sinn.every((stamm) => this.index.kennt(stamm));
    const lesarten = moeglich ? [{ teile: sinn.map((wort) => [{ wort, faktor: 1 }]), faktor: 1 }] : [];
    return { wort: folge.join(" "), stamm: folge.join(" "), lesarten, statt: null };
  }

  async #nurMit({ folge, sinn }, gefunden, pruefen) {
    const moeglich = sinn.length && sinn.every((stamm) => this.index.kennt(stamm));
    for (const nr of [...gefunden.keys()]) {
      if (!moeglich || !sinn.every((stamm) => this.index.suchen(stamm).has(nr))) gefunden.delete(nr);
    }
    if (!pruefen || folge.length < 2) return;
    const mit = await this.texte.mitFolge([...gefunden.keys()], folge);
    for (const nr of [...gefunden.keys()]) if (!mit.has(nr)) gefunden.delete(nr);
  }

  async #nurOhne({ folge }, gefunden, pruefen) {
    if (folge.length > 1) {
      const mit = pruefen ? await this.texte.mitFolge([...gefunden.keys()], folge) : new Set();
      for (const nr of mit) gefunden.delete(nr);
      return;
    }
    const formen = [folge[0], ...(this.bestand.enthaltenIn.get(folge[0]) ?? []).map(({ wort }) => wort)].filter((wort) => this.index.kennt(wort));
    for (const wort of formen) {
      for (const [nr, { felder }] of this.index.suchen(wort)) if (felder.some((feld) => feld !== "themen" && feld !== "ort")) gefunden.delete(nr);
    }
  }

  #sortieren(nummern, gefunden, sortierung, anfrage) {
    const { titel, datumVon, artVon } = this.bestand;
    const nachTitel = (eine, andere) => titel[eine].localeCompare(titel[andere], "de") || eine - andere;
    const nachDatum = (eine, andere) => vergleiche(datumVon[andere], datumVon[eine]) || nachTitel(eine, andere);
    const nachPunkten = (eine, andere) => gefunden.get(andere).punkte - gefunden.get(eine).punkte || eine - andere;
    const ohneWorte = (eine, andere) => artVon[eine] - artVon[andere] || nachDatum(eine, andere);
    const relevanz = anfrage.worte.length || anfrage.phrasen.length ? nachPunkten : ohneWorte;
    nummern.sort({ titel: nachTitel, neueste: nachDatum }[sortierung] ?? relevanz);
  }

  #treffer(nr, eintrag, begriffe) {
    const { bestand } = this;
    return {
      nr,
      record: `${bestand.arten[bestand.artVon[nr]].id}/${bestand.kennung(nr)}`,
      art: bestand.arten[bestand.artVon[nr]],
      seite: bestand.seite(nr),
      titel: this.texte.markiert(bestand.titel[nr], eintrag.worte, begriffe),
      ort: bestand.ort(nr),
      datum: bestand.datumVon[nr],
      veraltet: bestand.veraltet.has(nr),
      ohneText: bestand.ohneText.has(nr),
      status: this.#namen("status", nr)[0] ?? "",
      felder: this.#namen("handlungsfeld", nr),
      punkte: eintrag.punkte,
    };
  }

  #namen(facette, nr) {
    const { werte, von } = this.bestand.facetten[facette];
    return von[nr].map((wert) => werte[wert][1]);
  }

  /** What to say about the query itself: words nobody knows, words read as others, and where nothing is found, near ones. */
  #hilfe(anfrage, begriffe, anzahl) {
    const berichtigt = begriffe.filter(({ statt, lesarten }) => statt?.length && lesarten.length);
    const unbekannt = begriffe.filter(({ lesarten }) => !lesarten.length);
    return {
      unbekannt: unbekannt.map(({ wort }) => wort),
      berichtigt: berichtigt.map(({ wort, statt }) => ({ wort, statt: statt.map((stamm) => this.woerterbuch.schreibweise(stamm)) })),
      aehnliche: anzahl ? [] : this.woerterbuch.aehnliche(begriffe),
      gekuerzt: anfrage.gekuerzt,
      nurFuellwoerter: !anfrage.leer && !begriffe.length && !anfrage.ohne.length,
    };
  }
}

const vergleiche = (eines, anderes) => (eines < anderes ? -1 : eines > anderes ? 1 : 0);

/** Up to eight, at first not more than three of a kind, so that no kind drowns the others. */
function ausgewogen(nummern, artVon) {
  const je = new Map();
  const gewaehlt = [];
  for (const nr of nummern.slice(0, 40)) {
    const anzahl = je.get(artVon(nr)) ?? 0;
    if (gewaehlt.length < VORSCHLAEGE && anzahl < JE_GRUPPE) {
      gewaehlt.push(nr);
      je.set(artVon(nr), anzahl + 1);
    }
  }
  for (const nr of nummern) if (gewaehlt.length < VORSCHLAEGE && !gewaehlt.includes(nr)) gewaehlt.push(nr);
  return gewaehlt;
}
