// The list of places: loaded when a reader begins to type or a link names a place; searched with typing errors forgiven.

import { entfernung } from "./rangfolge.js";
import { GRENZEN } from "./regeln.js";
import { falten } from "./sprache.js";

/** @typedef {{name: string, kuerzel: string, einwohner: number, breite: number, laenge: number, gefaltet: string}} Ort */

let geladen;

/** Every place, fetched once. @returns {Promise<Ort[]>} */
export function orte(adresse = new URL("orte.tsv", location.href)) {
  geladen ??= fetch(adresse)
    .then((antwort) => {
      if (!antwort.ok) throw new Error(String(antwort.status));
      return antwort.text();
    })
    .then(lesen);
  geladen.catch(() => (geladen = undefined)); // a later try may succeed
  return geladen;
}

/** @param {string} text lines of name, state, inhabitants, latitude and longitude in hundredths @returns {Ort[]} */
export const lesen = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((zeile) => {
      const [name, kuerzel, einwohner, breite, laenge] = zeile.split("\t");
      return { name, kuerzel, einwohner: Number(einwohner), breite: breite / 100, laenge: laenge / 100, gefaltet: falten(name) };
    });

const KREIS = /^(landkreis|kreis|lk|kreisfreie stadt|amt|region|regionalverband|metropolregion|staedteregion|verbandsgemeinde|vg|samtgemeinde|sg|verwaltungsgemeinschaft|verwaltungsverband|zweckverband)\b|kreis$/;

/** What a reader may mean: places, the best first, and whether it is about a district. @param {Ort[]} liste @param {string} eingabe */
export function suche(liste, eingabe, hoechstens = 40) {
  const alles = falten(eingabe);
  const kreis = KREIS.test(alles);
  const text = kreis ? alles.replace(KREIS, "").trim().replace(/^(der|des|im|am) /, "") : alles;
  if (text.length < 2) return { treffer: [], mehr: 0, kreis, ungefaehr: false };
  let treffer = bewertet(liste, (ort) => genau(ort.gefaltet, text));
  const ungefaehr = !treffer.length;
  if (ungefaehr && text.length >= 4) treffer = bewertet(liste, (ort) => aehnlich(ort.gefaltet, text));
  return { treffer: treffer.slice(0, hoechstens), mehr: Math.max(0, treffer.length - hoechstens), kreis, ungefaehr };
}

function bewertet(liste, rang) {
  return liste
    .map((ort) => ({ ort, rang: rang(ort) }))
    .filter((eintrag) => eintrag.rang !== null)
    .sort((a, b) => a.rang - b.rang || b.ort.einwohner - a.ort.einwohner || (a.ort.gefaltet < b.ort.gefaltet ? -1 : 1))
    .map((eintrag) => eintrag.ort);
}

/** 0 the very name, 1 its beginning, 2 the beginnings of its words in order; otherwise nothing. */
function genau(name, text) {
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  let ab = 0;
  const woerter = name.split(" ");
  for (const teil of text.split(" ")) {
    const wo = woerter.findIndex((wort, stelle) => stelle >= ab && wort.startsWith(teil));
    if (wo < 0) return null;
    ab = wo + 1;
  }
  return 2;
}

/** How many letters are wrong: one in a short name, two in a longer one; the name may still go on. */
function aehnlich(name, text) {
  const erlaubt = text.length < 7 ? 1 : 2;
  if (name.length < text.length - erlaubt) return null;
  const fehler = Math.min(abstand(name, text), abstand(name.slice(0, text.length), text) + 0.5, abstand(name.split(" ")[0], text) + 0.25);
  return fehler <= erlaubt + 0.5 ? fehler : null;
}

/** Edit distance in which two swapped neighbours are one error. */
export function abstand(a, b) {
  if (Math.abs(a.length - b.length) > 2) return 9;
  let vorvorher = [];
  let vorher = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const zeile = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const gleich = a[i - 1] === b[j - 1] ? 0 : 1;
      zeile[j] = Math.min(vorher[j] + 1, zeile[j - 1] + 1, vorher[j - 1] + gleich);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) zeile[j] = Math.min(zeile[j], vorvorher[j - 2] + 1);
    }
    [vorvorher, vorher] = [vorher, zeile];
  }
  return vorher[b.length];
}

/** The places a link may mean: its name, narrowed by state and position where it has them. */
export function finde(liste, { ort, kuerzel, lage }) {
  const name = falten(ort);
  const gleiche = liste.filter((einer) => einer.gefaltet === name);
  const imLand = kuerzel ? gleiche.filter((einer) => einer.kuerzel === kuerzel) : [];
  const gemeint = imLand.length ? imLand : gleiche;
  if (gemeint.length < 2 || !lage) return gemeint;
  return [...gemeint].sort((a, b) => entfernung(a, lage) - entfernung(b, lage)).slice(0, 1);
}

/** The least that tells a place from its namesakes, for the address. */
export function eindeutig(liste, ort) {
  const gleiche = liste.filter((einer) => einer.gefaltet === ort.gefaltet);
  const imLand = gleiche.filter((einer) => einer.kuerzel === ort.kuerzel);
  return { land: gleiche.length > 1, lage: imLand.length > 1 };
}

/** For a place with namesakes in its state: the nearest larger town, so that a reader can tell them apart. @returns {string | null} */
export function beiWem(liste, ort) {
  if (!eindeutig(liste, ort).lage) return null;
  const staedte = liste.filter((andere) => andere.einwohner >= GRENZEN.bekannteStadt && andere.gefaltet !== ort.gefaltet);
  return staedte.reduce((naechste, stadt) => (entfernung(stadt, ort) < entfernung(naechste, ort) ? stadt : naechste)).name;
}

/** Rural, or around a big city; nothing where neither is certain. The same rule as for the projects, in surroundings.py. */
export function lageVon(liste, ort, groesse) {
  const stadt = liste.some(
    (andere) => andere.einwohner >= GRENZEN.grossstadt && Math.abs(andere.breite - ort.breite) < 0.3 && entfernung(andere, ort) <= GRENZEN.umlandKm,
  );
  if (stadt) return ["landgemeinde", "kleinstadt", "kleine-mittelstadt"].includes(groesse) ? "umland" : undefined;
  return ["landgemeinde", "kleinstadt", "kreis-region"].includes(groesse) ? "laendlich" : undefined;
}
