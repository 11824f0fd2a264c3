/** The packed data of `generator/search/packing.py` laid out again: words, documents, facets and who holds which word. */

import { partsOf } from "./compounds.js";
import { fold, German, words } from "./german.js";

const ZERO = 35;
const END = " ";
const LETTERS_PER_TERM = 12.5;

/** Numbers written as steps, back to ascending numbers. */
export function numbers(text) {
  const found = new Array(text.length);
  let last = -1;
  for (let i = 0; i < text.length; i++) found[i] = last += text.charCodeAt(i) - ZERO + 1;
  return found;
}

function digitsOf(text) {
  const found = [];
  for (let i = 0; i < text.length; i++) found.push(text.charCodeAt(i) - ZERO);
  return found;
}

export class Store {
  constructor(data) {
    this.data = data;
    this.german = new German(data.unregelmaessig, data.fuellwoerter);
    this.weak = new Set(data.beiwoerter.split(" ").map((word) => this.german.stem(word)));
    this.titles = data.titel.split("\n");
    this.count = this.titles.length;
    this.kinds = data.arten.map(([id, name, , one]) => ({ id, name, one }));
    this.kindOf = data.arten.flatMap(([, , count], kind) => new Array(count).fill(kind));
    this.dateOf = digitsOf(data.daten.je).map((value) => data.daten.werte[value]);
    this.outdated = new Set(numbers(data.veraltet));
    this.#facets(data.facetten);
    this.#words(data.woerter, data.lexikon);
    this.#postings(data);
    this.#compounds();
  }

  #facets(packed) {
    this.facets = {
      art: { values: this.kinds.map(({ id, name }) => [id, name]), of: this.kindOf.map((kind) => [kind]) },
    };
    const projects = rows(packed.projekt);
    for (const [name, facet] of Object.entries(packed)) {
      const of = facet.jeProjekt ? fromProjects(rows({ je: facet.jeProjekt }), projects) : rows(facet);
      this.facets[name] = { values: facet.werte, of };
    }
    this.shortIds = this.data.kennungen.split("\n");
  }

  /** `*3` are the first three words of the title; a measure's project comes before. */
  idOf(number) {
    const short = this.shortIds[number];
    const name = short.startsWith("*")
      ? words(this.titles[number]).flatMap((word) => word.match(/[a-z0-9]+/g) ?? []).slice(0, Number(short.slice(1))).join("-")
      : short;
    const { values, of } = this.facets.projekt;
    return this.kinds[this.kindOf[number]].id === "massnahmen" ? `${values[of[number][0]][0]}/${name}` : name;
  }

  #words(packed, lexicon) {
    this.words = [];
    this.pieces = new Map();
    this.lexicon = new Set(lexicon ? lexicon.split(" ") : []);
    let before = "";
    for (const line of packed.split("\n")) {
      const head = line.charCodeAt(0);
      before = before.slice(0, head - (head >= 80 ? 80 : 48)) + line.slice(1);
      const word = before.includes("|") ? before.replaceAll("|", "") : before;
      if (head >= 80) this.lexicon.add(word);
      if (word !== before) this.pieces.set(word, before.split("|"));
      this.words.push(word);
    }
    this.numbers = new Map(this.words.map((word, number) => [word, number]));
  }

  /** For every field and word the documents that hold it, as a list of document and count in turns. */
  #postings(data) {
    this.postings = {};
    this.lengths = {};
    for (const field of Object.keys(data.faktoren)) {
      this.lengths[field] = new Float64Array(this.count);
      if (data.ausFacetten[field]) this.postings[field] = new PostingsOfFacets(data.ausFacetten[field], this.facets, this.lengths[field]);
      else this.postings[field] = data.felder[field] ? this.#unpacked(data.felder[field]) : this.#fromTitles();
    }
    for (const field of ["titel", ...Object.keys(data.felder)]) {
      for (const pairs of this.postings[field].values()) {
        for (let i = 0; i < pairs.length; i += 2) this.lengths[field][pairs[i]] += pairs[i + 1];
      }
    }
  }

  #unpacked(packed) {
    const postings = new Map();
    packed.split(END).forEach((text, number) => {
      if (text) postings.set(this.words[number], numbers(text).flatMap((document) => [document, 1]));
    });
    return postings;
  }

  #fromTitles() {
    const postings = new Map();
    fold(this.data.titel)
      .split("\n")
      .forEach((title, number) => tally(this.german.termsOfFolded(title), number, postings));
    return postings;
  }

  /** Which compounds hold a word: park is in parkplatz and stadtpark, and at the end of the latter. */
  #compounds() {
    this.containedIn = new Map();
    for (const [word, pieces] of this.pieces) {
      for (const { word: inside, atEnd } of partsOf(pieces, this.lexicon, this.german)) {
        if (!this.containedIn.has(inside)) this.containedIn.set(inside, []);
        this.containedIn.get(inside).push({ word, atEnd });
      }
    }
  }

  /** How long a document's plain statement is, in letters and about: known before its text is. */
  shortLength(number) {
    return Math.round(this.lengths.kurz[number] * LETTERS_PER_TERM);
  }

  placeOf(number) {
    const own = this.data.orte[number];
    if (own !== undefined) return own;
    if (this.kinds[this.kindOf[number]].id === "modellprojekte") return this.facets.land.of[number].map((value) => this.facets.land.values[value][1]).join(", ");
    const projects = this.facets.projekt.of[number].map((value) => this.facets.projekt.values[value][1]);
    return projects.length < 4 ? projects.join(", ") : `${projects.length} Modellprojekte`;
  }

  pageOf(number) {
    const kind = this.kinds[this.kindOf[number]].id;
    const id = this.idOf(number);
    return this.data.seiten[`${kind}/${id}`] ?? (kind === "programm" ? `programm/#${id}` : `${kind}/${id}/`);
  }
}

/** A line of values per document. */
function rows({ je }) {
  return je.split(END).map(digitsOf);
}

/** What holds for a project holds for all that belongs to it. */
function fromProjects(perProject, projects) {
  return projects.map((here) => [...new Set(here.flatMap((project) => perProject[project]))]);
}

/** What a field holds because of a document's facets, gathered for a word when it is asked for. */
class PostingsOfFacets {
  constructor(termsOfFacets, facets, lengths) {
    this.occurrences = new Map();
    this.gathered = new Map();
    for (const [facet, perValue] of Object.entries(termsOfFacets)) {
      const { of } = facets[facet];
      const terms = perValue.map((text) => text.split(" ").filter(Boolean));
      terms.forEach((here, value) => here.forEach((term) => this.#remember(term, of, value)));
      of.forEach((values, number) => values.forEach((value) => (lengths[number] += terms[value].length)));
    }
  }

  #remember(term, of, value) {
    if (!this.occurrences.has(term)) this.occurrences.set(term, new Map());
    const facets = this.occurrences.get(term);
    if (!facets.has(of)) facets.set(of, new Map());
    facets.get(of).set(value, (facets.get(of).get(value) ?? 0) + 1);
  }

  get(term) {
    if (!this.occurrences.has(term)) return undefined;
    if (!this.gathered.has(term)) this.gathered.set(term, this.#gather(this.occurrences.get(term)));
    return this.gathered.get(term);
  }

  #gather(facets) {
    const count = new Map();
    for (const [of, often] of facets) {
      of.forEach((values, number) => {
        for (const value of values) if (often.has(value)) count.set(number, (count.get(number) ?? 0) + often.get(value));
      });
    }
    return [...count].sort(([one], [other]) => one - other).flat();
  }
}

function tally(terms, number, postings) {
  for (const term of terms) {
    let pairs = postings.get(term);
    if (!pairs) postings.set(term, (pairs = []));
    if (pairs[pairs.length - 2] === number) pairs[pairs.length - 1]++;
    else pairs.push(number, 1);
  }
}
