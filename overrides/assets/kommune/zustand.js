// The state of the page is its address, so that it can be shared and Back works. What a broken link holds is said, not obeyed.

const EINZELN = { groesse: null, land: null, budget: null, phase: null, personal: ["klein"], offen: ["ja"], erprobt: ["ja"], ansicht: ["vorlage"] };
const MEHRFACH = { feld: null, ziel: null };
const KENNUNG = /^(massnahmen\/[a-z0-9-]+|loesungen)\/[a-z0-9-]+$/;

/** @param {string} suche @param {Record<string, string[]>} erlaubt what selects and boxes of the form offer */
export function lesen(suche, erlaubt) {
  const werte = new URLSearchParams(suche);
  const unbekannt = [];
  const gueltig = (name, wert) => {
    const gut = (EINZELN[name] ?? erlaubt[name] ?? []).includes(wert);
    if (!gut && wert) unbekannt.push(wert.slice(0, 60));
    return gut;
  };
  const zustand = { ort: (werte.get("ort") ?? "").trim().slice(0, 80), lage: lage(werte.get("lage")), eintrag: [], unbekannt };
  for (const name of Object.keys(EINZELN)) zustand[name] = (werte.has(name) && gueltig(name, werte.get(name)) && werte.get(name)) || "";
  for (const name of Object.keys(MEHRFACH)) zustand[name] = [...new Set(werte.getAll(name))].filter((wert) => gueltig(name, wert)).sort();
  for (const wert of new Set(werte.getAll("eintrag"))) {
    if (KENNUNG.test(wert)) zustand.eintrag.push(wert);
    else if (wert) unbekannt.push(wert.slice(0, 60));
  }
  return zustand;
}

function lage(text) {
  const [breite, laenge] = (text ?? "").split(",").map(Number);
  return breite > 46 && breite < 56 && laenge > 5 && laenge < 16 ? { breite, laenge } : null;
}

/** ?ort=Zwönitz&feld=mobilitaet, always in the same order. */
export function schreiben(zustand) {
  const werte = new URLSearchParams();
  const einer = (name, wert) => wert && werte.append(name, wert);
  einer("ort", zustand.ort);
  einer("land", zustand.land);
  if (zustand.lage) werte.append("lage", `${zustand.lage.breite.toFixed(2)},${zustand.lage.laenge.toFixed(2)}`);
  einer("groesse", zustand.groesse);
  for (const name of Object.keys(MEHRFACH)) zustand[name].forEach((wert) => einer(name, wert));
  for (const name of ["budget", "phase", "personal", "offen", "erprobt"]) einer(name, zustand[name]);
  zustand.eintrag.forEach((wert) => einer("eintrag", wert));
  einer("ansicht", zustand.ansicht);
  const text = werte.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  return text ? `?${text}` : location.pathname;
}
