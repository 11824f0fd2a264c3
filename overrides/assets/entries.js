/* What is known of noted records, from the small files that are written when the site is built. */

import { dataOf, pageAt, ROOT } from "./site.js";

const HERE = new URL("merkliste/", ROOT);

/**
 * @typedef {{id: string, titel: string, adresse: string, werte: (string|null)[]}} Entry
 * @param {string[]} ids
 * @returns {Promise<{fields: string[], entries: Entry[], unknown: string[]}>} records by their present id, and ids nobody knows
 */
export async function load(ids) {
  const { felder: fields, dateien: files, frueher: moved } = ids.length ? await dataOf("merkliste/daten") : { felder: [] };
  const found = new Map();
  const unknown = [];
  // massnahmen/zwoenitz/erzmobil lies in massnahmen/zwoenitz
  const lookUp = async (id) => {
    const present = moved[id] ?? id;
    const file = present.slice(0, present.lastIndexOf("/"));
    return { id, present, entry: files.includes(file) ? (await dataOf(`merkliste/daten/${file}`))[present] : null };
  };
  for (const { id, present, entry } of await Promise.all(ids.map(lookUp))) {
    if (entry) found.set(present, { ...entry, id: present, adresse: pageAt(entry.adresse, HERE).href });
    else unknown.push(id);
  }
  return { fields, entries: [...found.values()], unknown };
}
