/** The search itself: query and filters in, hits, counts and help out. Knows neither page nor worker. */

import { Facets } from "./facets.js";
import { Index } from "./index.js";
import { parseQuery } from "./query.js";
import { Ranking } from "./ranking.js";
import { Reader } from "./readings.js";
import { Spellings } from "./spellings.js";
import { Store } from "./store.js";
import { Texts } from "./texts.js";

const PER_KIND = 3;
const SUGGESTIONS = 8;

export class Search {
  /** @param {object} data @param {(name: string) => Promise<string[]>} load */
  constructor(data, load) {
    this.store = new Store(data);
    this.index = new Index(this.store);
    this.reader = new Reader(this.store, this.index);
    this.ranking = new Ranking(this.store, this.index);
    this.facets = new Facets(this.store);
    this.texts = new Texts(this.store, load);
    this.spellings = new Spellings(this.store);
  }

  /** @param {{q: string, filter: Record<string, string[]>, sorting: string, from: number, count: number, typing: boolean}} wanted */
  async search({ q = "", filter = {}, sorting = "relevanz", from = 0, count = 20, typing = false }) {
    const { found, query, concepts } = await this.#find(q, typing);
    const { kept, counts } = this.facets.filter([...found.keys()], filter);
    this.#sort(kept, found, sorting, query);
    const numbers = kept.slice(from, from + count);
    return {
      total: kept.length,
      unfiltered: found.size,
      hits: numbers.map((number) => this.#hit(number, found.get(number), concepts)),
      counts,
      ...this.#help(query, concepts, found.size),
    };
  }

  /** The best few, grouped by kind. */
  async suggest(q) {
    const { found, concepts } = await this.#find(q, true, false);
    const numbers = [...found.keys()];
    numbers.sort((one, other) => found.get(other).score - found.get(one).score || one - other);
    const chosen = balanced(numbers, (number) => this.store.kindOf[number]);
    chosen.sort((one, other) => this.store.kindOf[one] - this.store.kindOf[other] || numbers.indexOf(one) - numbers.indexOf(other));
    return { total: numbers.length, hits: chosen.map((number) => this.#hit(number, found.get(number), concepts)) };
  }

  /** The plain statements of hits, marked, and by which other words they were found. */
  async textsOf(q, numbers) {
    const { found, concepts } = this.latest?.q === q ? this.latest : await this.#find(q, false);
    return this.texts.of(numbers, found, concepts);
  }

  /** The values of every facet with their names, in the order they are shown. */
  facetValues() {
    return Object.fromEntries(Object.entries(this.store.facets).map(([name, { values }]) => [name, values]));
  }

  async #find(q, typing, check = true) {
    const key = `${typing && !/\s$/.test(q)}|${q}`;
    if (this.latest?.key !== key) {
      const query = parseQuery(q, this.store.german);
      const concepts = [...this.reader.read(query.words, typing && query.open), ...query.phrases.map((phrase) => this.#asConcept(phrase))];
      this.latest = { key, q, query, concepts, found: await this.#select(query, concepts, check) };
    }
    return this.latest;
  }

  async #select(query, concepts, check) {
    const found = concepts.length ? this.ranking.order(concepts) : this.#all(query);
    for (const phrase of query.phrases) await this.#keepWith(phrase, found, check);
    for (const without of query.without) await this.#keepWithout(without, found, check);
    return found;
  }

  /** Without any word everything is found; with words that say nothing, nothing is. */
  #all(query) {
    const empty = { score: 0, words: new Set(), via: new Set() };
    return new Map(query.empty || query.without.length ? this.store.titles.map((_, number) => [number, empty]) : []);
  }

  #asConcept({ sequence, meaning }) {
    const possible = meaning.length && meaning.every((stem) => this.index.knows(stem));
    const readings = possible ? [{ parts: meaning.map((word) => [{ word, factor: 1 }]), factor: 1 }] : [];
    return { word: sequence.join(" "), stem: sequence.join(" "), readings, instead: null };
  }

  async #keepWith({ sequence, meaning }, found, check) {
    const possible = meaning.length && meaning.every((stem) => this.index.knows(stem));
    for (const number of [...found.keys()]) {
      if (!possible || !meaning.every((stem) => this.index.search(stem).has(number))) found.delete(number);
    }
    if (!check || sequence.length < 2) return;
    const having = await this.texts.withSequence([...found.keys()], sequence);
    for (const number of [...found.keys()]) if (!having.has(number)) found.delete(number);
  }

  async #keepWithout({ sequence }, found, check) {
    if (sequence.length > 1) {
      const having = check ? await this.texts.withSequence([...found.keys()], sequence) : new Set();
      for (const number of having) found.delete(number);
      return;
    }
    const forms = [sequence[0], ...(this.store.containedIn.get(sequence[0]) ?? []).map(({ word }) => word)].filter((word) => this.index.knows(word));
    for (const word of forms) {
      for (const [number, { fields }] of this.index.search(word)) if (fields.some((field) => field !== "themen" && field !== "ort")) found.delete(number);
    }
  }

  #sort(numbers, found, sorting, query) {
    const { titles, dateOf, kindOf } = this.store;
    const byTitle = (one, other) => titles[one].localeCompare(titles[other], "de") || one - other;
    const byDate = (one, other) => compare(dateOf[other], dateOf[one]) || byTitle(one, other);
    const byScore = (one, other) => found.get(other).score - found.get(one).score || one - other;
    const withoutWords = (one, other) => kindOf[one] - kindOf[other] || byDate(one, other);
    const relevance = query.words.length || query.phrases.length ? byScore : withoutWords;
    numbers.sort({ titel: byTitle, neueste: byDate }[sorting] ?? relevance);
  }

  #hit(number, entry, concepts) {
    const { store } = this;
    return {
      number,
      record: `${store.kinds[store.kindOf[number]].id}/${store.idOf(number)}`,
      kind: store.kinds[store.kindOf[number]],
      page: store.pageOf(number),
      title: this.texts.marked(store.titles[number], entry.words, concepts),
      place: store.placeOf(number),
      date: store.dateOf[number],
      outdated: store.outdated.has(number),
      shortLength: store.shortLength(number),
      inOtherWords: [...entry.via].some((stem) => !concepts.some((concept) => concept.stem === stem)),
      status: this.#names("status", number)[0] ?? "",
      fields: this.#names("handlungsfeld", number),
    };
  }

  #names(facet, number) {
    const { values, of } = this.store.facets[facet];
    return of[number].map((value) => values[value][1]);
  }

  /** What to say about the query itself: words nobody knows, words read as others, and where nothing is found, near ones. */
  #help(query, concepts, found) {
    const spelled = (stems) => stems.map((stem) => this.spellings.of(stem)).filter(Boolean);
    const corrected = concepts.filter(({ instead, readings }) => instead?.length && readings.length).map(({ word, instead }) => ({ word, instead: spelled(instead) }));
    const unknown = concepts.filter(({ readings }) => !readings.length);
    return {
      unknown: unknown.map(({ word }) => word),
      corrected: corrected.filter(({ instead }) => instead.length),
      similar: found ? [] : this.spellings.similar(concepts),
      shortened: query.shortened,
      onlyFillers: !query.empty && !concepts.length && !query.without.length,
    };
  }
}

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** Up to eight, at first not more than three of a kind, so that no kind drowns the others. */
function balanced(numbers, kindOf) {
  const perKind = new Map();
  const chosen = [];
  for (const number of numbers.slice(0, 40)) {
    const count = perKind.get(kindOf(number)) ?? 0;
    if (chosen.length < SUGGESTIONS && count < PER_KIND) {
      chosen.push(number);
      perKind.set(kindOf(number), count + 1);
    }
  }
  for (const number of numbers) if (chosen.length < SUGGESTIONS && !chosen.includes(number)) chosen.push(number);
  return chosen;
}
