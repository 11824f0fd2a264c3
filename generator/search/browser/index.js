/**
 * lunr's index, filled as far as it is asked. A word enters it when somebody first searches for it: with its documents
 * and the weight it has in each, computed as lunr computed it when the site was built.
 */

/* global lunr */

export class Index {
  constructor(store) {
    this.store = store;
    const { faktoren: boosts, b, k1 } = store.data;
    this.fields = Object.keys(boosts);
    Object.assign(this, { boosts, b, k1, asked: new Map(), postings: Object.create(null), vectors: Object.create(null) });
    this.means = Object.fromEntries(this.fields.map((field) => [field, mean(store.lengths[field])]));
    this.lunr = new lunr.Index({
      invertedIndex: this.postings,
      fieldVectors: this.vectors,
      tokenSet: { intersect: (wanted) => wanted },
      fields: this.fields,
      pipeline: new lunr.Pipeline(),
    });
  }

  knows(word) {
    return this.store.numbers.has(word);
  }

  /** The documents of a word with lunr's score and the fields it stands in. */
  search(word) {
    let found = this.asked.get(word);
    if (!found) {
      this.#admit(word);
      const result = this.lunr.query((query) => query.term(word, { usePipeline: false }));
      found = new Map(
        result.map(({ ref, score, matchData }) => [Number(ref), { value: score, fields: Object.keys(matchData.metadata[word]) }]),
      );
      this.asked.set(word, found);
    }
    return found;
  }

  /** How telling a word is that stands in so many fields of documents: lunr's measure. */
  rarity(count) {
    return Math.log(1 + Math.abs((this.store.count - count + 0.5) / (count + 0.5)));
  }

  rarityOf(word) {
    return this.rarity(this.fields.reduce((sum, field) => sum + (this.store.postings[field].get(word)?.length ?? 0) / 2, 0));
  }

  /** Is a word the name of a place? Most documents that hold it then stand there. */
  isPlace(word) {
    const there = (this.store.postings.ort.get(word)?.length ?? 0) / 2;
    return there > 0 && there >= this.search(word).size / 2;
  }

  #admit(word) {
    const number = this.store.numbers.get(word);
    const posting = { _index: number };
    const rarity = this.rarityOf(word);
    for (const field of this.fields) {
      posting[field] = Object.create(null);
      const pairs = this.store.postings[field].get(word) ?? [];
      for (let i = 0; i < pairs.length; i += 2) {
        const name = `${field}/${pairs[i]}`;
        posting[field][pairs[i]] = {};
        (this.vectors[name] ??= new lunr.Vector()).upsert(number, rarity * this.#weight(field, pairs[i], pairs[i + 1]), (before) => before);
      }
    }
    this.postings[word] = posting;
  }

  /** BM25 as lunr has it, for a word that stands so times in this field of this document. */
  #weight(field, document, times) {
    const length = this.store.lengths[field][document] / this.means[field];
    const kind = this.store.data.gewichte[this.store.kindOf[document]];
    return (((this.k1 + 1) * times) / (this.k1 * (1 - this.b + this.b * length) + times)) * this.boosts[field] * kind;
  }
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length || 1;
}
