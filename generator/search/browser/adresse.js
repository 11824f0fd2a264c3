/** The state of the finder in its address: shared, reloaded, gone back to. What it does not know it leaves out. */

export const FACETTEN = {
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

export const SORTIERUNGEN = { relevanz: "Was am besten passt", neueste: "Neueste Angabe", titel: "Titel" };

/** @param {string} suchteil the part of an address from the question mark on */
export function lesen(suchteil) {
  const werte = new URLSearchParams(suchteil);
  const filter = {};
  for (const name of Object.keys(FACETTEN)) {
    const gewaehlt = [...new Set(werte.getAll(name))].filter(Boolean);
    if (gewaehlt.length) filter[name] = gewaehlt;
  }
  const sortierung = werte.get("sortierung");
  return { q: werte.get("q") ?? "", filter, sortierung: Object.hasOwn(SORTIERUNGEN, sortierung ?? "") ? sortierung : "relevanz" };
}

export function schreiben({ q, filter, sortierung }) {
  const werte = new URLSearchParams();
  if (q.trim()) werte.set("q", q);
  for (const name of Object.keys(FACETTEN)) for (const wert of filter[name] ?? []) werte.append(name, wert);
  if (sortierung !== "relevanz") werte.set("sortierung", sortierung);
  const text = werte.toString();
  return text ? `?${text}` : location.pathname;
}
