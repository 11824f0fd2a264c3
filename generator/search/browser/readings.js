/**
 * What a word of a query may mean: itself, compounds with it, its own parts, words of the thesaurus; and if it is
 * unknown, words that begin with it or are nearly written like it. Each reading has a factor that says how sure it is.
 *
 * A reading is a list of alternatives-of-words that must all be met: [[park, parkplatz], [sensor]].
 */

import { part, split } from "./compounds.js";
import { distance, nearest } from "./distance.js";
import { withoutUmlaut } from "./german.js";

export const FACTORS = {
  itself: 0.85,
  atEnd: 0.75,
  atStart: 0.77,
  parts: 0.6,
  synonym: 0.56,
  related: 0.35,
  short: 1.3,
  wording: 1.3,
  inWording: 0.8,
  beginning: 0.6,
  typo: 0.85,
  onePart: 0.1,
  fragment: 0.3,
};

const ENDINGS = ["ungen", "innen", "ern", "en", "er", "es"];
const SHORTEST_PIECE = 4;
const MOST_BEGINNINGS = 40;

export class Reader {
  constructor(store, index) {
    this.store = store;
    this.index = index;
    this.#thesaurus(store.data.synonyme);
  }

  #thesaurus(text) {
    this.groups = new Map();
    this.phrasesWith = new Map();
    for (const line of text.split("\n")) {
      const [same, related = [], asked = []] = line.split("|").map((phrases) => phrases.split(",").filter(Boolean));
      const group = { same, related };
      for (const phrase of [...same, ...asked]) this.#remember(phrase, group, true);
      for (const phrase of related) this.#remember(phrase, group, false);
    }
  }

  #remember(phrase, group, same) {
    if (!this.groups.has(phrase)) {
      this.groups.set(phrase, []);
      for (const word of phrase.includes(" ") ? phrase.split(" ") : []) {
        if (!this.phrasesWith.has(word)) this.phrasesWith.set(word, []);
        this.phrasesWith.get(word).push(phrase);
      }
    }
    this.groups.get(phrase).push({ group, same });
  }

  /** A concept for every word of the query. The last one may still be being typed. */
  read(words, typing) {
    const concepts = words.map((word, i) => this.#concept(word, typing && i === words.length - 1));
    this.#wordings(concepts);
    this.#joined(concepts);
    return concepts;
  }

  #concept({ word, stem, short }, typing) {
    const readings = this.#known(stem);
    if (short) for (const reading of readings) if (reading.via && reading.factor >= FACTORS.synonym) reading.factor *= FACTORS.short; // in capitals AAL is no river
    const concept = { word, stem, readings, instead: null };
    if (typing && word.length >= 2) readings.push(...this.#beginnings(word, stem, readings.length ? 0.5 : 1));
    if (!readings.length && !typing) readings.push(...this.#beginnings(word, stem, 1));
    if (!readings.some(({ divided }) => !divided)) this.#correct(concept);
    if (!readings.length) readings.push(...this.#fragment(stem));
    return concept;
  }

  /** Everything a known word may mean. */
  #known(stem) {
    const readings = alone(this.#forms(stem));
    const pieces = this.#parts(stem);
    if (pieces.length) {
      readings.push({ parts: pieces.map((piece) => this.#withSynonyms(piece)), factor: FACTORS.parts, divided: true });
      const telling = pieces.map((piece) => this.index.rarityOf(piece));
      const whole = telling.reduce((sum, each) => sum + each, 0);
      pieces.forEach((piece, i) => readings.push({ parts: [this.#withSynonyms(piece)], factor: (FACTORS.onePart * pieces.length * telling[i]) / whole, divided: true }));
    }
    return readings.concat(this.#synonyms(stem));
  }

  /** The word itself and the compounds with it. */
  #forms(stem) {
    const forms = (this.store.containedIn.get(stem) ?? []).map(({ word, atEnd }) => ({ word, factor: atEnd ? FACTORS.atEnd : FACTORS.atStart, atStart: !atEnd }));
    return this.index.knows(stem) ? [{ word: stem, factor: FACTORS.itself }, ...forms] : forms;
  }

  /** The pieces of a word the index knows, or of one it does not. */
  piecesOf(stem) {
    return this.store.pieces.get(stem) ?? split(stem, this.store.lexicon, this.store.german);
  }

  #parts(stem) {
    const { lexicon, german } = this.store;
    return this.piecesOf(stem).map((piece, i, all) => (i < all.length - 1 ? part(piece, lexicon, german) : piece));
  }

  /** A word as one of several that must all be met: alternatives with a factor each. */
  #withSynonyms(stem) {
    const others = this.#synonyms(stem).filter(({ parts, factor }) => parts.length === 1 && factor >= FACTORS.synonym);
    return [...this.#forms(stem), ...others.flatMap(({ parts: [forms], factor }) => forms.map((form) => ({ ...form, factor: form.factor * factor })))];
  }

  /** What the thesaurus knows for a word or a phrase. */
  #synonyms(phrase) {
    const readings = [];
    for (const { group, same } of this.groups.get(phrase) ?? []) {
      for (const other of group.same) {
        if (other !== phrase) readings.push(this.#phrase(other, same ? FACTORS.synonym : FACTORS.related));
      }
      if (same) for (const other of group.related) readings.push(this.#phrase(other, FACTORS.related));
    }
    return readings.filter(({ parts }) => parts.every((forms) => forms.length));
  }

  /** A word of a phrase is not met by what only begins with it: "öffentlicher Raum" not by Raumluft. */
  #phrase(phrase, factor) {
    const stems = phrase.split(" ");
    return { parts: stems.map((stem) => this.#forms(stem).filter(({ atStart }) => stems.length === 1 || !atStart)), factor, via: phrase };
  }

  /** Known words that begin like one that is still being typed. */
  #beginnings(word, stem, strength) {
    const wanted = withoutUmlaut(word);
    const found = this.store.words.filter((known) => known.startsWith(wanted) && known !== stem);
    if (!found.length) found.push(...this.#beforeTheEnding(wanted));
    found.sort((one, other) => one.length - other.length);
    return found.slice(0, MOST_BEGINNINGS).map((known) => ({
      parts: [[{ word: known, factor: 1 }]],
      factor: FACTORS.beginning * strength * (0.5 + (0.5 * wanted.length) / Math.max(wanted.length, known.length)),
    }));
  }

  /** beteiligu is on its way to beteiligung, whose stem is beteilig. */
  #beforeTheEnding(word) {
    for (let less = 1; less <= 4; less++) {
      const bare = word.slice(0, -less);
      if (bare.length > 3 && this.index.knows(bare) && ENDINGS.some((ending) => ending.startsWith(word.slice(-less)))) return [bare];
    }
    return [];
  }

  /** A mistyped word means what the nearest known ones mean. */
  #correct(concept) {
    const known = new Set([...this.store.words, ...this.singleWords()]);
    const candidates = nearest(concept.stem, known).filter((candidate) => candidate !== concept.stem);
    if (!candidates.length) candidates.push(...this.#beforeMistypedEnding(concept.word, known));
    const rarity = (word) => this.index.rarityOf(word);
    candidates.sort((one, other) => rarity(one) - rarity(other));
    concept.instead = candidates.slice(0, 3);
    for (const candidate of concept.instead) {
      concept.readings.push(
        ...this.#known(candidate).map((reading) => ({ ...reading, factor: reading.factor * FACTORS.typo, via: reading.via ?? candidate })),
      );
    }
  }

  /** beleuchtnug is beleuchtung, whose stem is too far from it. */
  #beforeMistypedEnding(word, known) {
    const tails = [2, 3, 4].filter((length) => distance(word.slice(-length), "ung", 1) <= 1);
    return tails.map((length) => this.store.german.stem(`${word.slice(0, -length)}ung`)).filter((meant) => known.has(meant));
  }

  /** Of an unknown word at least the longest known words it begins and ends with, the rarer the surer: Ratten of Rattenplage. */
  #fragment(word) {
    const lengths = Array.from({ length: Math.max(word.length - SHORTEST_PIECE, 0) }, (_, less) => word.length - 1 - less);
    const first = (cut) => lengths.map((length) => this.#knownPiece(cut(length))).find(Boolean);
    const found = new Set([first((length) => word.slice(0, length)), first((length) => word.slice(-length))].filter(Boolean));
    const rarest = Math.max(...[...found].map((piece) => this.index.rarityOf(piece)));
    return [...found].flatMap((piece) => {
      const factor = FACTORS.fragment * (this.index.rarityOf(piece) / rarest) ** 2;
      return this.#known(piece).map((reading) => ({ ...reading, factor: reading.factor * factor, via: piece }));
    });
  }

  #knownPiece(piece) {
    const { lexicon, german } = this.store;
    const bare = part(piece, lexicon, german) ?? german.stem(piece);
    return bare.length >= SHORTEST_PIECE && (lexicon.has(bare) || this.index.knows(bare)) ? bare : null;
  }

  singleWords() {
    this.singles ??= [...this.groups.keys()].filter((phrase) => !phrase.includes(" "));
    return this.singles;
  }

  /** Several words that the thesaurus knows as one thing say it more surely than each of them alone. */
  #wordings(concepts) {
    const stems = concepts.map(({ stem }) => stem);
    const said = new Set();
    for (const phrase of this.#phrasesOf(stems)) {
      const readings = this.#synonyms(phrase).map((reading) => ({ ...reading, factor: reading.factor * FACTORS.wording, wording: true }));
      for (const concept of phrase.split(" ").map((word) => concepts[stems.indexOf(word)])) {
        if (readings.length) said.add(concept);
        concept.readings.push(...readings);
      }
    }
    for (const { readings } of said) for (const reading of readings) if (!reading.wording) reading.factor *= FACTORS.inWording;
  }

  /** Two words in a row that the index knows as one help both. */
  #joined(concepts) {
    for (let i = 1; i < concepts.length; i++) {
      const pair = concepts.slice(i - 1, i + 1);
      const joined = pair[0].stem + pair[1].stem;
      if (!this.index.knows(joined)) continue;
      const readings = alone(this.#forms(joined));
      for (const concept of pair) concept.readings.push(...readings);
    }
  }

  /** The phrases of the thesaurus whose words all stand in a query, in whatever order. */
  #phrasesOf(stems) {
    const all = new Set(stems);
    const candidates = new Set([...all].flatMap((stem) => this.phrasesWith.get(stem) ?? []));
    return [...candidates].filter((phrase) => phrase.split(" ").every((word) => all.has(word)));
  }
}

/** Each form as a reading of its own. */
function alone(forms) {
  return forms.map(({ word, factor }) => ({ parts: [[{ word, factor: 1 }]], factor }));
}
