/* What is known of noted records, from the small files that are written when the site is built. */

import { ROOT } from "./note-store.js";

const HERE = new URL("merkliste/", ROOT);
const files = new Map();

/**
 * @typedef {{id: string, titel: string, adresse: string, werte: (string|null)[]}} Entry
 * @param {string[]} ids
 * @returns {Promise<{fields: string[], entries: Entry[], unknown: string[]}>} records by their present id, and ids nobody knows
 */
export async function load(ids) {
  const found = new Map();
  const unknown = [];
  let fields = [];
  for (const id of ids) {
    const { file, entry, present } = await lookUp(id);
    if (file.felder.length) fields = file.felder;
    if (entry) found.set(present, { ...entry, id: present, adresse: new URL(entry.adresse, HERE).href });
    else unknown.push(id);
  }
  return { fields, entries: [...found.values()], unknown };
}

async function lookUp(id) {
  const file = await read(id);
  const present = file.frueher[id] ?? id;
  const home = present === id ? file : await read(present);
  return { file: home, present, entry: home.eintraege[present] };
}

/** massnahmen/zwoenitz/erzmobil lies in massnahmen/zwoenitz.json */
function read(id) {
  const name = id.slice(0, id.lastIndexOf("/"));
  if (!files.has(name)) files.set(name, fetched(new URL(`daten/${name}.json`, HERE)));
  return files.get(name);
}

async function fetched(address) {
  const answer = await fetch(address);
  if (answer.status === 404) return { felder: [], eintraege: {}, frueher: {} };
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}
