// The words of the reasons. Every one is made from what the records say.

import { few, capitalised, listed, ofDate, number } from "./wording.js";

export const SETTINGS = { laendlich: "ebenfalls ländlich", umland: "ebenfalls im Umland einer Großstadt" };

/** @param {number} classes how many size classes larger */
export function larger(classes) {
  if (classes === 0) return "ähnliche Größe";
  const how = Math.abs(classes) === 1 ? "etwas" : Math.abs(classes) === 2 ? "deutlich" : "viel";
  return `${how} ${classes > 0 ? "größer" : "kleiner"}`;
}

export const aboutAsMany = (inhabitants) => `fast gleich viele Menschen (rund ${number(inhabitants)})`;
export const way = (km) => (km < 3 ? "am selben Ort" : `${number(km)} km entfernt`);

/** Ähnliche Größe, 38 km entfernt, ebenfalls ländlich */
export const comparable = (parts) => capitalised(parts.map((part) => part.text).join(", "));

export const builtIn = ({ project, parts }) => `Modellprojekt ${project.titel}${parts.length ? `: ${parts.map((part) => part.text).join(", ")}` : ""}.`;

export const topic = (fields, main) => (main ? `Es geht vor allem um ${listed(fields)}.` : `Es geht auch um ${listed(fields)}.`);
export const aim = (aims) => `Trägt bei zum Ziel ${listed(aims.map((name) => `„${name}“`))}.`;

/** Umgesetzt (Angabe von Juli 2025). */
export function standing(v, data) {
  if (!v.status) return "Stand nicht bekannt.";
  const when = v.datum ? `Angabe ${ofDate(v.datum)}` : "ohne Datum";
  return `${v.status === "unbekannt" ? "Stand nicht bekannt" : data.begriffe.status[v.status]} (${when}${v.veraltet ? ", kann überholt sein" : ""}).`;
}

export const adopted = (who) => `Übernommen von ${few(who)}.`;

const DESCRIBED = {
  voraussetzungen: "Voraussetzungen",
  aufwand: "Aufwand",
  betrieb: "Betrieb",
  ergebnis: "Ergebnis",
  erfahrungen: "Erfahrungen",
};
export const described = (what) => `Beschrieben: ${listed(what.map((name) => DESCRIBED[name]))}.`;
export const costs = (euros, fits) => `Kosten dort ${number(euros)} Euro${fits ? "" : ", mehr als Sie angegeben haben"}.`;
export const together = (communities) => `Mehrere Kommunen kümmern sich gemeinsam darum: ${listed(communities)}.`;
export const variety = (before) => `Abzug, weil ${before === 1 ? "eine Maßnahme" : `${before} Maßnahmen`} desselben Modellprojekts davor ${before === 1 ? "steht" : "stehen"}.`;
