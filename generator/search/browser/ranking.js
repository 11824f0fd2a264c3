/**
 * Which documents a query finds, in which order. Per word of the query a document counts with its best reading; what
 * meets all words comes before what meets some.
 */

export const WEIGHTS = {
  others: 0.27,
  coverage: 1.5,
  missing: 0.8,
  elsewhere: 0.2,
  titleSame: 1.6,
  goodReading: 0.42,
  topicOnly: 0.4,
  weak: 0.2,
};

const TEXT_FIELDS = new Set(["titel", "kurz", "mehr"]);

export class Ranking {
  constructor(store, index) {
    this.store = store;
    this.index = index;
  }

  /** @returns {Map<number, {score: number, words: Set<string>, via: Set<string>}>} */
  order(concepts) {
    const assessed = concepts.map((concept) => this.#assess(concept)).filter(({ values }) => values.size);
    const total = assessed.reduce((sum, { rarity }) => sum + rarity, 0);
    const found = new Map();
    for (const { values, rarity } of assessed) {
      for (const [document, { value, quality, words, via }] of values) {
        let entry = found.get(document);
        if (!entry) found.set(document, (entry = { score: 0, coverage: 0, words: new Set(), via: new Set() }));
        entry.score += value;
        entry.coverage += (rarity / total) * quality;
        for (const word of words) entry.words.add(word);
        for (const word of via) entry.via.add(word);
      }
    }
    for (const [document, entry] of found) {
      entry.score *= entry.coverage ** WEIGHTS.coverage * this.#missing(document, assessed) * this.#title(document, concepts);
    }
    return found;
  }

  /** What a document loses for the words it does not meet: most for a place, as who names one means it. */
  #missing(document, assessed) {
    return assessed.reduce((left, { values, place }) => left * (values.has(document) ? 1 : place ? WEIGHTS.elsewhere : WEIGHTS.missing), 1);
  }

  /** What a document is worth for one word of the query, by its best reading. */
  #assess({ stem, readings }) {
    const read = readings.map((reading) => ({ reading, hits: this.#read(reading.parts) }));
    const good = new Set();
    for (const { reading, hits } of read) {
      for (const [document, { quality }] of hits) if (reading.factor * quality >= WEIGHTS.goodReading) good.add(document);
    }
    const weight = this.store.weak.has(stem) ? WEIGHTS.weak : 1;
    const rarity = weight * this.index.rarity(good.size || new Set(read.flatMap(({ hits }) => [...hits.keys()])).size);
    const values = new Map();
    for (const { reading, hits } of read) {
      for (const [document, { value, quality, words }] of hits) {
        this.#enter(values, document, value * rarity * reading.factor, reading.factor * quality, words, reading.via ? words : []);
      }
    }
    return { values, rarity, place: this.index.isPlace(stem) };
  }

  #enter(values, document, value, quality, words, via) {
    const soFar = values.get(document);
    if (!soFar) {
      values.set(document, { value, quality, words: [...words], via });
      return;
    }
    soFar.words.push(...words);
    const [large, small] = value > soFar.value ? [value, soFar.value] : [soFar.value, value];
    soFar.value = large + small * WEIGHTS.others;
    if (quality > soFar.quality) Object.assign(soFar, { quality, via });
  }

  /** The documents that meet every part of a reading in one text, with a value that leaves out how rare the words are. */
  #read(parts) {
    let common = null;
    for (const forms of parts) {
      const here = this.#forms(forms);
      if (!common) common = here;
      else {
        for (const [document, soFar] of common) {
          const more = here.get(document);
          const fields = more && soFar.fields.filter((field) => TEXT_FIELDS.has(field) && more.fields.includes(field));
          if (!fields?.length) common.delete(document);
          else {
            common.set(document, {
              value: soFar.value + more.value,
              quality: Math.min(soFar.quality, more.quality),
              fields,
              words: soFar.words.concat(more.words),
            });
          }
        }
      }
    }
    if (parts.length > 1) for (const hit of common.values()) hit.value /= parts.length;
    return common;
  }

  #forms(forms) {
    const found = new Map();
    for (const { word, factor } of forms) {
      const rarity = this.index.rarityOf(word);
      for (const [document, { value, fields }] of this.index.search(word)) {
        const quality = factor * (fields.length === 1 && fields[0] === "themen" ? WEIGHTS.topicOnly : 1);
        const here = (value / rarity) * factor;
        const soFar = found.get(document);
        if (!soFar) found.set(document, { value: here, quality, fields, words: [word] });
        else {
          soFar.fields = [...new Set([...soFar.fields, ...fields])];
          soFar.words = [...soFar.words, word];
          soFar.value = Math.max(soFar.value, here);
          soFar.quality = Math.max(soFar.quality, quality);
        }
      }
    }
    return found;
  }

  /** A title that says just what was asked is meant. */
  #title(document, concepts) {
    const title = new Set(this.store.german.terms(this.store.titles[document]));
    const asked = concepts.filter(({ stem, instead }) => title.has(stem) || instead?.some((word) => title.has(word))).length;
    return asked === title.size && asked === concepts.length ? WEIGHTS.titleSame : 1;
  }
}
