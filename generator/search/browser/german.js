/**
 * German words: folding, splitting and stems. Says the same as `generator/german.py` and `analysis.py`; a test in a real
 * browser holds both to each other over the whole vocabulary.
 */

const WORD = /[\p{L}\p{N}]+/gu;
const ACCENT = /[\u0300-\u036f]/g;
const ONLY_ASCII = /^[\x00-\x7f]*$/;
const SPELLED_OUT = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

const FEMININE = /(?<=.{3}er)in$|(?<=.{4})innen$/u;
const UNG = /(?<=.{4})ung(?:en|s)?$/u;
const BUSES = /(?<=bus)s(?:e|en|es)$/u;
const HEIT = /(?<=.{4})(?:heit|keit)(?:en|s)?$/u;
const FIRST = /(?<=.{3})(?:ern|en|er|es)$|(?<=.{3})e$|(?<=.{2}[bdfghklmnprty])s$|(?<=.{3}[ao])s$|(?<=.{4}[ei][lr])n$|(?<=.{3}el)n$/u;
const SECOND = /(?<=.{3})(?:er|en)$|(?<=.{4})est$/u;
const LICH = /(?<=.{5})(?:lich|isch)$/u;
const NISS = /niss$/u;
const ATION = /(?<=.{4})(?<!st)ation$/u;
const UMLAUT = /(?<![aeq])(?:(a)e|(o)e|(u)e)/g;

/** Bürger, Buerger and buerger meet, and Café and Cafe. */
export function fold(text) {
  const german = text.normalize("NFC").toLowerCase().replace(/[äöüß]/g, (letter) => SPELLED_OUT[letter]);
  return ONLY_ASCII.test(german) ? german : german.normalize("NFD").replace(ACCENT, "");
}

/** The folded words of a text, function words included. */
export function words(text) {
  return fold(text).match(WORD) ?? [];
}

/** One i-umlaut less: baeum is baum. */
export function withoutUmlaut(word) {
  return word.replace(UMLAUT, (_, a, o, u) => a ?? o ?? u);
}

export class German {
  /** @param {Record<string, string>} irregular @param {string} fillers */
  constructor(irregular, fillers) {
    this.irregular = new Map(Object.entries(irregular));
    this.fillers = new Set(fillers.split(" "));
    this.stems = new Map();
  }

  /** Bäume, Bäumen and Baum meet. Takes and gives folded words. */
  stem(word) {
    let stem = this.stems.get(word);
    if (stem === undefined) {
      stem = this.irregular.get(word) ?? withoutEnding(word);
      this.stems.set(word, stem);
    }
    return stem;
  }

  carriesMeaning(word) {
    return !this.fillers.has(word) && (word.length > 2 || [...word].length > 1 || /^\p{Nd}$/u.test(word));
  }

  /** The terms of a text, as the index holds them. */
  terms(text) {
    return this.termsOfFolded(fold(text));
  }

  termsOfFolded(text) {
    return (text.match(WORD) ?? []).filter((word) => this.carriesMeaning(word)).map((word) => this.stem(word));
  }
}

function withoutEnding(word) {
  const short = [FEMININE, BUSES, HEIT, UNG, FIRST, SECOND, LICH].reduce((rest, ending) => rest.replace(ending, ""), word);
  return withoutUmlaut(short.replace(NISS, "nis").replace(ATION, "i"));
}
