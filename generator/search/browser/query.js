/** What a reader typed, taken apart: words, "quoted phrases" and -exclusions. Nothing in it can be an instruction. */

import { words } from "./german.js";

const MOST_CHARACTERS = 400;
const MOST_WORDS = 24;
const QUOTES = /[„“”«»‟]/g;
const PIECE = /(-?)"([^"]*)"?|(\S+)/g;
const ABBREVIATION = /^\p{Lu}{2,4}$/u;
const EXCLUSION = /^[-–−](?=[\p{L}\p{N}])/u;

/**
 * @param {string} input
 * @param {import("./german.js").German} german
 */
export function parseQuery(input, german) {
  const empty = !input.trim();
  const query = { empty, words: [], phrases: [], without: [], shortened: input.length > MOST_CHARACTERS, open: !/\s$/.test(input) };
  for (const [, minus, quoted, single] of input.slice(0, MOST_CHARACTERS).replace(QUOTES, '"').matchAll(PIECE)) {
    if (quoted !== undefined) {
      const sequence = words(quoted).map((word) => german.stem(word));
      const meaning = german.terms(quoted);
      if (sequence.length) (minus ? query.without : query.phrases).push({ sequence, meaning });
    } else if (EXCLUSION.test(single)) {
      query.without.push(...words(single).filter((word) => german.carriesMeaning(word)).map((word) => german.stem(word)).map((stem) => ({ sequence: [stem], meaning: [stem] })));
    } else {
      query.words.push(...words(single).filter((word) => german.carriesMeaning(word)).map((word) => ({ word, stem: german.stem(word), short: ABBREVIATION.test(single) })));
    }
  }
  query.shortened ||= query.words.length > MOST_WORDS;
  query.words = query.words.slice(0, MOST_WORDS);
  return query;
}
