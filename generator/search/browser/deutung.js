/**
 * What a word of a query may mean: itself, compounds with it, its own parts, words of the thesaurus; and if it is
 * unknown, words that begin with it or are nearly written like it. Each reading has a factor that says how sure it is.
 *
 * A reading is a list of alternatives-of-words that must all be met: [[park, parkplatz], [sensor]].
 */

import { ohneUmlaut } from "./deutsch.js";
import { naechste } from "./naehe.js";
import { teil, zerlegen } from "./zusammensetzung.js";

export const FAKTOREN = {
  selbst: 1,
  amEnde: 0.85,
  amAnfang: 0.8,
  teile: 0.7,
  synonym: 0.75,
  verwandt: 0.35,
  rueckwaerts: 0.3,
  anfang: 0.6,
  tippfehler: 0.85,
  einTeil: 0.15,
  bruchstueck: 0.3,
};

const LAENGSTE_WENDUNG = 5;
const ENDUNGEN = ["ungen", "innen", "ern", "en", "er", "es"];
const KUERZESTES_STUECK = 4;
const HOECHSTENS_ANFAENGE = 40;

export class Deuter {
  constructor(bestand, index) {
    this.bestand = bestand;
    this.index = index;
    this.#thesaurus(bestand.daten.synonyme);
  }

  #thesaurus(text) {
    this.gruppen = new Map();
    for (const zeile of text.split("\n")) {
      const [gleich, verwandt] = zeile.split("|").map((teil) => teil.split(","));
      const gruppe = { gleich, verwandt: verwandt ?? [] };
      for (const wendung of gleich) this.#merken(wendung, gruppe, true);
      for (const wendung of gruppe.verwandt) this.#merken(wendung, gruppe, false);
    }
  }

  #merken(wendung, gruppe, gleich) {
    if (!this.gruppen.has(wendung)) this.gruppen.set(wendung, []);
    this.gruppen.get(wendung).push({ gruppe, gleich });
  }

  /** A concept for every word of the query. The last one may still be being typed. */
  deuten(worte, tippt) {
    const begriffe = worte.map(({ wort, stamm }, i) => this.#begriff(wort, stamm, tippt && i === worte.length - 1));
    this.#wendungen(begriffe);
    return begriffe;
  }

  #begriff(wort, stamm, tippt) {
    const lesarten = this.#bekannt(stamm);
    const begriff = { wort, stamm, lesarten, statt: null };
    if (tippt && wort.length >= 2) lesarten.push(...this.#anfaenge(wort, stamm, lesarten.length ? 0.5 : 1));
    if (!lesarten.length && !tippt) lesarten.push(...this.#anfaenge(wort, stamm, 1));
    if (!lesarten.some(({ geteilt }) => !geteilt)) this.#berichtigen(begriff);
    if (!lesarten.length) lesarten.push(...this.#bruchstueck(stamm));
    return begriff;
  }

  /** Everything a known word may mean. */
  #bekannt(stamm) {
    const lesarten = this.#formen(stamm);
    const stuecke = this.#teile(stamm);
    if (stuecke.length) {
      lesarten.push({ teile: stuecke.map((stueck) => this.#mitSynonymen(stueck)), faktor: FAKTOREN.teile, geteilt: true });
      for (const stueck of stuecke) lesarten.push({ teile: [this.#mitSynonymen(stueck)], faktor: FAKTOREN.einTeil, geteilt: true });
    }
    return lesarten.concat(this.#synonyme(stamm));
  }

  /** The word itself and the compounds with it. */
  #formen(stamm) {
    const formen = this.index.kennt(stamm) ? [{ teile: [[{ wort: stamm, faktor: 1 }]], faktor: FAKTOREN.selbst }] : [];
    for (const { wort, amEnde } of this.bestand.enthaltenIn.get(stamm) ?? []) {
      formen.push({ teile: [[{ wort, faktor: 1 }]], faktor: amEnde ? FAKTOREN.amEnde : FAKTOREN.amAnfang });
    }
    return formen;
  }

  /** The pieces of a word the index knows, or of one it does not. */
  stueckeVon(stamm) {
    return this.bestand.stuecke.get(stamm) ?? zerlegen(stamm, this.bestand.lexikon, this.bestand.deutsch);
  }

  #teile(stamm) {
    const { lexikon, deutsch } = this.bestand;
    return this.stueckeVon(stamm).map((stueck, i, alle) => (i < alle.length - 1 ? teil(stueck, lexikon, deutsch) : stueck));
  }

  /** A word as one of several that must all be met: alternatives with a factor each. */
  #mitSynonymen(stamm) {
    const formen = this.#formen(stamm).map(({ teile, faktor }) => ({ wort: teile[0][0].wort, faktor }));
    for (const { teile, faktor } of this.#synonyme(stamm)) {
      if (teile.length === 1 && faktor >= FAKTOREN.synonym) formen.push(...teile[0].map((form) => ({ ...form, faktor: form.faktor * faktor })));
    }
    return formen;
  }

  /** What the thesaurus knows for a word or a phrase. */
  #synonyme(wendung) {
    const lesarten = [];
    for (const { gruppe, gleich } of this.gruppen.get(wendung) ?? []) {
      for (const andere of gruppe.gleich) {
        if (andere !== wendung) lesarten.push(this.#wendung(andere, gleich ? FAKTOREN.synonym : FAKTOREN.rueckwaerts));
      }
      if (gleich) for (const andere of gruppe.verwandt) lesarten.push(this.#wendung(andere, FAKTOREN.verwandt));
    }
    return lesarten.filter(({ teile }) => teile.every((formen) => formen.length));
  }

  #wendung(wendung, faktor) {
    const mehrere = wendung.includes(" ");
    const formen = (stamm) => this.#formen(stamm).filter(({ faktor }) => !mehrere || faktor !== FAKTOREN.amAnfang);
    const teile = wendung.split(" ").map((stamm) => formen(stamm).map(({ teile: [[{ wort }]], faktor }) => ({ wort, faktor })));
    return { teile, faktor, ueber: wendung };
  }

  /** Known words that begin like one that is still being typed. */
  #anfaenge(wort, stamm, staerke) {
    const gesucht = ohneUmlaut(wort);
    const gefunden = this.bestand.woerter.filter((bekannt) => bekannt.startsWith(gesucht) && bekannt !== stamm);
    if (!gefunden.length) gefunden.push(...this.#vorDerEndung(gesucht));
    gefunden.sort((eines, anderes) => eines.length - anderes.length);
    return gefunden.slice(0, HOECHSTENS_ANFAENGE).map((bekannt) => ({
      teile: [[{ wort: bekannt, faktor: 1 }]],
      faktor: FAKTOREN.anfang * staerke * (0.5 + (0.5 * gesucht.length) / Math.max(gesucht.length, bekannt.length)),
    }));
  }

  /** beteiligu is on its way to beteiligung, whose stem is beteilig. */
  #vorDerEndung(wort) {
    for (let ab = 1; ab <= 4; ab++) {
      const grund = wort.slice(0, -ab);
      if (grund.length > 3 && this.index.kennt(grund) && ENDUNGEN.some((endung) => endung.startsWith(wort.slice(-ab)))) return [grund];
    }
    return [];
  }

  /** A mistyped word means what the nearest known ones mean. */
  #berichtigen(begriff) {
    const bekannte = new Set([...this.bestand.woerter, ...this.einzelneWoerter()]);
    const kandidaten = naechste(begriff.stamm, bekannte).filter((kandidat) => kandidat !== begriff.stamm);
    const haeufig = (wort) => this.index.seltenheitVon(wort);
    kandidaten.sort((eines, anderes) => haeufig(eines) - haeufig(anderes));
    begriff.statt = kandidaten.slice(0, 3);
    for (const kandidat of begriff.statt) {
      begriff.lesarten.push(
        ...this.#bekannt(kandidat).map((lesart) => ({ ...lesart, faktor: lesart.faktor * FAKTOREN.tippfehler, ueber: lesart.ueber ?? kandidat })),
      );
    }
  }

  /** Of an unknown word at least the longest known word it begins or ends with: Ratten of Rattenplage. */
  #bruchstueck(wort) {
    for (let laenge = wort.length - 1; laenge >= KUERZESTES_STUECK; laenge--) {
      for (const stueck of [wort.slice(0, laenge), wort.slice(-laenge)]) {
        const grund = teil(stueck, this.bestand.lexikon, this.bestand.deutsch);
        if (grund?.length >= KUERZESTES_STUECK) return this.#bekannt(grund).map((lesart) => ({ ...lesart, faktor: lesart.faktor * FAKTOREN.bruchstueck, ueber: grund }));
      }
    }
    return [];
  }

  einzelneWoerter() {
    this.einzelne ??= [...this.gruppen.keys()].filter((wendung) => !wendung.includes(" "));
    return this.einzelne;
  }

  /** Several words in a row that the thesaurus or the index knows as one thing help each of them. */
  #wendungen(begriffe) {
    for (let von = 0; von < begriffe.length; von++) {
      for (let bis = von + 2; bis <= Math.min(begriffe.length, von + LAENGSTE_WENDUNG); bis++) {
        const staemme = begriffe.slice(von, bis).map(({ stamm }) => stamm);
        const zusammen = staemme.join("");
        const lesarten = [...this.#synonyme(staemme.join(" ")), ...(this.index.kennt(zusammen) ? this.#formen(zusammen) : [])];
        for (const begriff of begriffe.slice(von, bis)) begriff.lesarten.push(...lesarten);
      }
    }
  }
}
