/** The texts of hits: loaded in portions when needed, searched for phrases, and with the found words marked. */

import { words } from "./german.js";

/** Documents per file, as `generator/search/__init__.py` writes them. */
const PORTION = 64;
const MOST_OTHERS = 4;
const WORD = /[\p{L}\p{N}]+/gu;

export class Texts {
  constructor(store, load) {
    this.store = store;
    this.load = load;
    this.portions = new Map();
  }

  async #text(kind, number) {
    const name = `${kind}-${Math.floor(number / PORTION)}`;
    if (!this.portions.has(name)) this.portions.set(name, this.load(name));
    try {
      return (await this.portions.get(name))[number % PORTION];
    } catch (error) {
      this.portions.delete(name);
      throw error;
    }
  }

  short(number) {
    return this.store.shortLength(number) ? this.#text("kurz", number) : Promise.resolve("");
  }

  /** The documents in which words stand one after the other. */
  async withSequence(numbers, sequence) {
    const texts = await Promise.all(numbers.map(async (number) => [number, [this.store.titles[number], await this.short(number), await this.#text("mehr", number)]]));
    return new Set(texts.filter(([, parts]) => parts.some((text) => this.#contains(text, sequence))).map(([number]) => number));
  }

  #contains(text, sequence) {
    const stems = words(text).map((word) => this.store.german.stem(word));
    return stems.some((_, i) => sequence.every((stem, j) => stems[i + j] === stem));
  }

  /** A text in pieces, every second of which is to be marked. */
  marked(text, foundWords, concepts) {
    const wanted = new Set([...foundWords, ...concepts.map(({ stem }) => stem)]);
    const pieces = [""];
    let before = 0;
    for (const found of text.normalize("NFC").matchAll(WORD)) {
      if (!words(found[0]).some((word) => wanted.has(this.store.german.stem(word)))) continue;
      pieces[pieces.length - 1] += text.slice(before, found.index);
      pieces.push(found[0], "");
      before = found.index + found[0].length;
    }
    pieces[pieces.length - 1] += text.slice(before);
    return pieces;
  }

  /** The plain statements, marked, and by which other words a hit was found. */
  async of(numbers, found, concepts) {
    const asked = new Set(concepts.map(({ stem }) => stem));
    return Promise.all(
      numbers.map(async (number) => {
        const entry = found.get(number) ?? { words: new Set(), via: new Set() };
        const short = await this.short(number);
        const via = entry.via.size ? await this.#otherWords(number, short, entry.via, asked) : [];
        return { number, short: this.marked(short, entry.words, concepts), via };
      }),
    );
  }

  /** The words of a hit that were found instead of those asked for, as it spells them. */
  async #otherWords(number, short, via, asked) {
    const wanted = new Set([...via].filter((stem) => !asked.has(stem)));
    const spelled = this.#spellings(`${this.store.titles[number]} ${short}`, wanted);
    if (spelled.size < wanted.size) for (const [stem, word] of this.#spellings(await this.#text("mehr", number), wanted)) if (!spelled.has(stem)) spelled.set(stem, word);
    return [...new Set(spelled.values())].slice(0, MOST_OTHERS);
  }

  #spellings(text, wanted) {
    const found = new Map();
    for (const [word] of text.normalize("NFC").matchAll(WORD)) {
      for (const part of words(word)) {
        const stem = this.store.german.stem(part);
        if (wanted.has(stem) && !found.has(stem)) found.set(stem, word);
      }
    }
    return found;
  }
}
