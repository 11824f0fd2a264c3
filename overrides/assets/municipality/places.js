// The list of places: loaded when a reader begins to type or a link names a place; searched with typing errors forgiven.

import { dataOf } from "../site.js";
import { distance } from "./ranking.js";
import { LIMITS } from "./weights.js";
import { fold } from "./wording.js";

/** @typedef {{name: string, kuerzel: string, einwohner: number, breite: number, laenge: number, folded: string}} Place */

let loaded;

/** Every place, loaded once. @returns {Promise<Place[]>} */
export function places() {
  loaded ??= dataOf("meine-kommune/orte").then(parse);
  loaded.catch(() => (loaded = undefined)); // a later try may succeed
  return loaded;
}

/** @param {string} text lines of name, state, inhabitants, latitude and longitude in hundredths @returns {Place[]} */
export const parse = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((row) => {
      const [name, abbreviation, inhabitants, latitude, longitude] = row.split("\t");
      return { name, kuerzel: abbreviation, einwohner: Number(inhabitants), breite: latitude / 100, laenge: longitude / 100, folded: fold(name) };
    });

const DISTRICT = /^(landkreis|kreis|lk|kreisfreie stadt|amt|region|regionalverband|metropolregion|staedteregion|verbandsgemeinde|vg|samtgemeinde|sg|verwaltungsgemeinschaft|verwaltungsverband|zweckverband)\b|kreis$/;

/** What a reader may mean: places, the best first, and whether it is about a district. @param {Place[]} list @param {string} input */
export function lookUp(list, input, most = 40) {
  const whole = fold(input);
  const district = DISTRICT.test(whole);
  const text = district ? whole.replace(DISTRICT, "").trim().replace(/^(der|des|im|am) /, "") : whole;
  if (text.length < 2) return { hits: [], more: 0, district, roughly: false };
  let hits = ranked(list, (place) => exact(place.folded, text));
  const roughly = !hits.length;
  if (roughly && text.length >= 4) hits = ranked(list, (place) => similar(place.folded, text));
  return { hits: hits.slice(0, most), more: Math.max(0, hits.length - most), district, roughly };
}

function ranked(list, rank) {
  return list
    .map((place) => ({ ort: place, rank: rank(place) }))
    .filter((entry) => entry.rank !== null)
    .sort((a, b) => a.rank - b.rank || b.ort.einwohner - a.ort.einwohner || (a.ort.folded < b.ort.folded ? -1 : 1))
    .map((entry) => entry.ort);
}

/** 0 the very name, 1 its beginning, 2 the beginnings of its words in order; otherwise nothing. */
function exact(name, text) {
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  let start = 0;
  const words = name.split(" ");
  for (const part of text.split(" ")) {
    const where = words.findIndex((word, index) => index >= start && word.startsWith(part));
    if (where < 0) return null;
    start = where + 1;
  }
  return 2;
}

/** How many letters are wrong: one in a short name, two in a longer one; the name may still go on. */
function similar(name, text) {
  const allowed = text.length < 7 ? 1 : 2;
  if (name.length < text.length - allowed) return null;
  const errors = Math.min(editDistance(name, text), editDistance(name.slice(0, text.length), text) + 0.5, editDistance(name.split(" ")[0], text) + 0.25);
  return errors <= allowed + 0.5 ? errors : null;
}

/** Edit distance in which two swapped neighbours are one error. */
function editDistance(a, b) {
  if (Math.abs(a.length - b.length) > 2) return 9;
  let twoBefore = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
    }
    [twoBefore, before] = [before, row];
  }
  return before[b.length];
}

/** The places a link may mean: its name, narrowed by state and position where it has them. */
export function findPlaces(list, { ort: place, kuerzel: abbreviation, lage: position }) {
  const name = fold(place);
  const namesakes = list.filter((one) => one.folded === name);
  const inFederalState = abbreviation ? namesakes.filter((one) => one.kuerzel === abbreviation) : [];
  const meant = inFederalState.length ? inFederalState : namesakes;
  if (meant.length < 2 || !position) return meant;
  return [...meant].sort((a, b) => distance(a, position) - distance(b, position)).slice(0, 1);
}

/** The least that tells a place from its namesakes, for the address. */
export function distinction(list, place) {
  const namesakes = list.filter((one) => one.folded === place.folded);
  const inFederalState = namesakes.filter((one) => one.kuerzel === place.kuerzel);
  return { land: namesakes.length > 1, lage: inFederalState.length > 1 };
}

/** For a place with namesakes in its state: the nearest larger town, so that a reader can tell them apart. @returns {string | null} */
export function nearWhom(list, place) {
  if (!distinction(list, place).lage) return null;
  const towns = list.filter((other) => other.einwohner >= LIMITS.knownTown && other.folded !== place.folded);
  return towns.reduce((nearest, town) => (distance(town, place) < distance(nearest, place) ? town : nearest)).name;
}

/** Rural, or around a big city; nothing where neither is certain. The rule for the projects, in surroundings.py, which knows how large a district is. */
export function settingOf(list, place, size) {
  const town = list.some(
    (other) => other.einwohner >= LIMITS.city && Math.abs(other.breite - place.breite) < 0.3 && distance(other, place) <= LIMITS.aroundKm,
  );
  if (town) return ["landgemeinde", "kleinstadt", "kleine-mittelstadt"].includes(size) ? "umland" : undefined;
  return ["landgemeinde", "kleinstadt", "kreis-region"].includes(size) ? "laendlich" : undefined;
}
