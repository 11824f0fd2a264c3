// The state of the page is its address, so that it can be shared and Back works. What a broken link holds is said, not obeyed.

const SINGLE = { groesse: null, land: null, budget: null, phase: null, personal: ["klein"], offen: ["ja"], erprobt: ["ja"], ansicht: ["vorlage"] };
const SEVERAL = { feld: null, ziel: null };
const ID = /^(massnahmen\/[a-z0-9-]+|loesungen)\/[a-z0-9-]+$/;

/** @param {string} query @param {Record<string, string[]>} allowed what selects and boxes of the form offer */
export function read(query, allowed) {
  const values = new URLSearchParams(query);
  const unknown = [];
  const valid = (name, value) => {
    const good = (SINGLE[name] ?? allowed[name] ?? []).includes(value);
    if (!good && value) unknown.push(value.slice(0, 60));
    return good;
  };
  const state = { ort: (values.get("ort") ?? "").trim().slice(0, 80), lage: position(values.get("lage")), eintrag: [], unbekannt: unknown };
  for (const name of Object.keys(SINGLE)) state[name] = (values.has(name) && valid(name, values.get(name)) && values.get(name)) || "";
  for (const name of Object.keys(SEVERAL)) state[name] = [...new Set(values.getAll(name))].filter((value) => valid(name, value)).sort();
  for (const value of new Set(values.getAll("eintrag"))) {
    if (ID.test(value)) state.eintrag.push(value);
    else if (value) unknown.push(value.slice(0, 60));
  }
  return state;
}

function position(text) {
  const [latitude, longitude] = (text ?? "").split(",").map(Number);
  return latitude > 46 && latitude < 56 && longitude > 5 && longitude < 16 ? { breite: latitude, laenge: longitude } : null;
}

/** ?ort=Zwönitz&feld=mobilitaet, always in the same order. */
export function write(state) {
  const values = new URLSearchParams();
  const one = (name, value) => value && values.append(name, value);
  one("ort", state.ort);
  one("land", state.land);
  if (state.lage) values.append("lage", `${state.lage.breite.toFixed(2)},${state.lage.laenge.toFixed(2)}`);
  one("groesse", state.groesse);
  for (const name of Object.keys(SEVERAL)) state[name].forEach((value) => one(name, value));
  for (const name of ["budget", "phase", "personal", "offen", "erprobt"]) one(name, state[name]);
  state.eintrag.forEach((value) => one("eintrag", value));
  one("ansicht", state.ansicht);
  const text = values.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  return text ? `?${text}` : location.pathname;
}
