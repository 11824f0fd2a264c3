/** From stems back to words a reader would write: as a title spells them. */

import { nearest } from "./distance.js";
import { words } from "./german.js";

const WORD = /[\p{L}\p{N}]+/gu;
const MOST = 6;

export class Spellings {
  constructor(store) {
    this.store = store;
  }

  get known() {
    if (!this.byStem) {
      this.byStem = new Map();
      for (const title of this.store.titles) {
        for (const [word] of title.normalize("NFC").matchAll(WORD)) {
          const [folded] = words(word);
          const stem = folded && this.store.german.stem(folded);
          if (stem && !this.byStem.has(stem)) this.byStem.set(stem, word);
        }
      }
    }
    return this.byStem;
  }

  of(stem) {
    return this.known.get(stem);
  }

  /** Words of titles that are written nearly like those of a query nobody understood. */
  similar(concepts) {
    const found = concepts.flatMap(({ stem }) => [...nearest(stem, this.known.keys()), ...this.#sameBeginning(stem)]);
    return [...new Set(found.map((stem) => this.of(stem)))].slice(0, MOST);
  }

  #sameBeginning(stem) {
    const start = stem.slice(0, Math.max(4, stem.length - 4));
    return stem.length < 5 ? [] : [...this.known.keys()].filter((other) => other.startsWith(start)).slice(0, 3);
  }
}
