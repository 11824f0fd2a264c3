// The words of the reasons. Every one is made from what the records say.

import { einige, gross, liste, vom, zahl } from "./sprache.js";

export const LAGE = { laendlich: "ebenfalls ländlich", umland: "ebenfalls im Umland einer Großstadt" };

/** @param {number} stufen how many size classes larger */
export function groesser(stufen) {
  if (stufen === 0) return "ähnliche Größe";
  const wie = Math.abs(stufen) === 1 ? "etwas" : Math.abs(stufen) === 2 ? "deutlich" : "viel";
  return `${wie} ${stufen > 0 ? "größer" : "kleiner"}`;
}

export const gleichViele = (einwohner) => `fast gleich viele Menschen (rund ${zahl(einwohner)})`;
export const weg = (km) => (km < 3 ? "am selben Ort" : `${zahl(km)} km entfernt`);

/** Ähnliche Größe, 38 km entfernt, ebenfalls ländlich */
export const vergleichbar = (teile) => gross(teile.map((teil) => teil.text).join(", "));

export const gebautIn = ({ projekt, teile }) => `Modellprojekt ${projekt.titel}${teile.length ? `: ${teile.map((teil) => teil.text).join(", ")}` : ""}.`;

export const thema = (felder, haupt) => (haupt ? `Es geht vor allem um ${liste(felder)}.` : `Es geht auch um ${liste(felder)}.`);
export const ziel = (ziele) => `Trägt bei zum Ziel ${liste(ziele.map((name) => `„${name}“`))}.`;

/** Umgesetzt (Angabe von Juli 2025). */
export function stand(v, daten) {
  if (!v.status) return "Stand nicht bekannt.";
  const wann = v.datum ? `Angabe ${vom(v.datum)}` : "ohne Datum";
  return `${v.status === "unbekannt" ? "Stand nicht bekannt" : daten.begriffe.status[v.status]} (${wann}${v.veraltet ? ", kann überholt sein" : ""}).`;
}

export const uebernommen = (wer) => `Übernommen von ${einige(wer)}.`;

const BESCHRIEBEN = {
  voraussetzungen: "Voraussetzungen",
  aufwand: "Aufwand",
  betrieb: "Betrieb",
  ergebnis: "Ergebnis",
  nutzen: "Nutzen",
  erfahrungen: "Erfahrungen",
};
export const beschrieben = (was) => `Beschrieben: ${liste(was.map((name) => BESCHRIEBEN[name]))}.`;
export const kosten = (euro, passt) => `Kosten dort ${zahl(euro)} Euro${passt ? "" : ", mehr als Sie angegeben haben"}.`;
export const gemeinsam = (gemeinschaften) => `Mehrere Kommunen kümmern sich gemeinsam darum: ${liste(gemeinschaften)}.`;
export const vielfalt = (vorher) => `Abzug, weil ${vorher === 1 ? "eine Maßnahme" : `${vorher} Maßnahmen`} desselben Modellprojekts davor ${vorher === 1 ? "steht" : "stehen"}.`;
