/**
 * German words: folding, splitting and stems. Says the same as `generator/german.py` and `analysis.py`; a test in a real
 * browser holds both to each other over the whole vocabulary.
 */

const WORT = /[\p{L}\p{N}]+/gu;
const AKZENT = /[\u0300-\u036f]/g;
const NUR_ASCII = /^[\x00-\x7f]*$/;
const UMSCHRIFT = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

const WEIBLICH = /(?<=.{3}er)in$|(?<=.{4})innen$/u;
const UNG = /(?<=.{4})ung(?:en|s)?$/u;
const BUSSE = /(?<=bus)s(?:e|en|es)$/u;
const HEIT = /(?<=.{4})(?:heit|keit)(?:en|s)?$/u;
const ERSTE = /(?<=.{3})(?:ern|en|er|es)$|(?<=.{3})e$|(?<=.{2}[bdfghklmnprty])s$|(?<=.{3}[ao])s$|(?<=.{4}[ei][lr])n$/u;
const ZWEITE = /(?<=.{3})(?:er|en)$|(?<=.{4})est$/u;
const LICH = /(?<=.{5})(?:lich|isch)$/u;
const NISS = /niss$/u;
const UMLAUT = /(?<![aeq])(?:(a)e|(o)e|(u)e)/g;

/** Bürger, Buerger and buerger meet, and Café and Cafe. */
export function falten(text) {
  const deutsch = text.normalize("NFC").toLowerCase().replace(/[äöüß]/g, (zeichen) => UMSCHRIFT[zeichen]);
  return NUR_ASCII.test(deutsch) ? deutsch : deutsch.normalize("NFD").replace(AKZENT, "");
}

/** The folded words of a text, function words included. */
export function worte(text) {
  return falten(text).match(WORT) ?? [];
}

/** One i-umlaut less: baeum is baum. */
export function ohneUmlaut(wort) {
  return wort.replace(UMLAUT, (_, a, o, u) => a ?? o ?? u);
}

export class Deutsch {
  /** @param {Record<string, string>} unregelmaessig @param {string} fuellwoerter */
  constructor(unregelmaessig, fuellwoerter) {
    this.unregelmaessig = new Map(Object.entries(unregelmaessig));
    this.fuellwoerter = new Set(fuellwoerter.split(" "));
    this.staemme = new Map();
  }

  /** Bäume, Bäumen and Baum meet. Takes and gives folded words. */
  stamm(wort) {
    let stamm = this.staemme.get(wort);
    if (stamm === undefined) {
      stamm = this.unregelmaessig.get(wort) ?? ohneEndung(wort);
      this.staemme.set(wort, stamm);
    }
    return stamm;
  }

  traegtBedeutung(wort) {
    return !this.fuellwoerter.has(wort) && (wort.length > 2 || [...wort].length > 1 || /^\p{Nd}$/u.test(wort));
  }

  /** The terms of a text, as the index holds them. */
  begriffe(text) {
    return this.begriffeAusGefaltetem(falten(text));
  }

  begriffeAusGefaltetem(text) {
    return (text.match(WORT) ?? []).filter((wort) => this.traegtBedeutung(wort)).map((wort) => this.stamm(wort));
  }
}

function ohneEndung(wort) {
  const kurz = [WEIBLICH, BUSSE, HEIT, UNG, ERSTE, ZWEITE, LICH].reduce((rest, endung) => rest.replace(endung, ""), wort);
  return ohneUmlaut(kurz.replace(NISS, "nis"));
}
