/** The state of the finder in its address: shared, reloaded, gone back to. What it does not know it leaves out. */

export const FACETS = {
  art: "Art",
  handlungsfeld: "Handlungsfeld",
  technologie: "Technik",
  status: "Stand",
  land: "Land",
  groesse: "Größe der Kommune",
  staffel: "Förderstaffel",
  ziel: "Ziel",
  open_source: "Open Source",
  projekt: "Modellprojekt",
};

export const SORTINGS = { relevanz: "Beste Treffer", neueste: "Neueste Angabe", titel: "Titel" };

/** @param {string} search the part of an address from the question mark on */
export function read(search) {
  const values = new URLSearchParams(search);
  const filter = {};
  for (const name of Object.keys(FACETS)) {
    const chosen = [...new Set(values.getAll(name))].filter(Boolean);
    if (chosen.length) filter[name] = chosen;
  }
  const sorting = values.get("sortierung");
  return { q: values.get("q") ?? "", filter, sorting: Object.hasOwn(SORTINGS, sorting ?? "") ? sorting : "relevanz" };
}

export function write({ q, filter, sorting }) {
  const values = new URLSearchParams();
  if (q.trim()) values.set("q", q);
  for (const name of Object.keys(FACETS)) for (const value of filter[name] ?? []) values.append(name, value);
  if (sorting !== "relevanz") values.set("sortierung", sorting);
  const text = values.toString();
  return text ? `?${text}` : location.pathname;
}
