/** The texts of hits: loaded in portions when needed, searched for phrases, and with the found words marked. */

import { worte } from "./deutsch.js";

/** Documents per file, as `generator/search/__init__.py` writes them. */
const PORTION = 64;
const HOECHSTENS_ANDERE = 4;
const WORT = /[\p{L}\p{N}]+/gu;

export class Texte {
  constructor(bestand, laden) {
    this.bestand = bestand;
    this.laden = laden;
    this.portionen = new Map();
  }

  async #text(art, nr) {
    const name = `${art}-${Math.floor(nr / PORTION)}`;
    if (!this.portionen.has(name)) this.portionen.set(name, this.laden(name));
    try {
      return (await this.portionen.get(name))[nr % PORTION];
    } catch (fehler) {
      this.portionen.delete(name);
      throw fehler;
    }
  }

  kurz(nr) {
    return this.bestand.ohneText.has(nr) ? Promise.resolve("") : this.#text("kurz", nr);
  }

  /** The documents in which words stand one after the other. */
  async mitFolge(nummern, folge) {
    const texte = await Promise.all(nummern.map(async (nr) => [nr, [this.bestand.titel[nr], await this.kurz(nr), await this.#text("mehr", nr)]]));
    return new Set(texte.filter(([, teile]) => teile.some((text) => this.#enthaelt(text, folge))).map(([nr]) => nr));
  }

  #enthaelt(text, folge) {
    const staemme = worte(text).map((wort) => this.bestand.deutsch.stamm(wort));
    return staemme.some((_, i) => folge.every((stamm, j) => staemme[i + j] === stamm));
  }

  /** A text in pieces, every second of which is to be marked. */
  markiert(text, gefundene, begriffe) {
    const gesucht = new Set([...gefundene, ...begriffe.map(({ stamm }) => stamm)]);
    const stuecke = [""];
    let davor = 0;
    for (const fund of text.normalize("NFC").matchAll(WORT)) {
      if (!worte(fund[0]).some((wort) => gesucht.has(this.bestand.deutsch.stamm(wort)))) continue;
      stuecke[stuecke.length - 1] += text.slice(davor, fund.index);
      stuecke.push(fund[0], "");
      davor = fund.index + fund[0].length;
    }
    stuecke[stuecke.length - 1] += text.slice(davor);
    return stuecke;
  }

  /** The plain statements, marked, and by which other words a hit was found. */
  async zu(nummern, gefunden, begriffe) {
    const gefragt = new Set(begriffe.map(({ stamm }) => stamm));
    return Promise.all(
      nummern.map(async (nr) => {
        const eintrag = gefunden.get(nr) ?? { worte: new Set(), ueber: new Set() };
        const kurz = await this.kurz(nr);
        const ueber = eintrag.ueber.size ? await this.#andereWorte(nr, kurz, eintrag.ueber, gefragt) : [];
        return { nr, kurz: this.markiert(kurz, eintrag.worte, begriffe), ueber };
      }),
    );
  }

  /** The words of a hit that were found instead of those asked for, as it spells them. */
  async #andereWorte(nr, kurz, ueber, gefragt) {
    const gesucht = new Set([...ueber].filter((stamm) => !gefragt.has(stamm)));
    const offen = this.#schreibweisen(`${this.bestand.titel[nr]} ${kurz}`, gesucht);
    if (offen.size < gesucht.size) for (const [stamm, wort] of this.#schreibweisen(await this.#text("mehr", nr), gesucht)) if (!offen.has(stamm)) offen.set(stamm, wort);
    return [...new Set(offen.values())].slice(0, HOECHSTENS_ANDERE);
  }

  #schreibweisen(text, gesucht) {
    const gefunden = new Map();
    for (const [wort] of text.normalize("NFC").matchAll(WORT)) {
      for (const teil of worte(wort)) {
        const stamm = this.bestand.deutsch.stamm(teil);
        if (gesucht.has(stamm) && !gefunden.has(stamm)) gefunden.set(stamm, wort);
      }
    }
    return gefunden;
  }
}
