/* Which projects are comparable and which measures come first. Pure: the same input gives the same list, nothing is
   looked up or stored. Every point comes with the words that say why; `regeln.js` explains the weights to readers. */

import { GEWICHTE, GRENZEN } from "./regeln.js";
import * as gruende from "./gruende.js";
import { falten } from "./sprache.js";

/**
 * @typedef {{name?: string, land?: string, groesse?: string, einwohner?: number, breite?: number, laenge?: number, lage?: string}} Kommune
 * @typedef {{felder: string[], ziele: string[], budget?: string, personal?: boolean, offen?: boolean, erprobt?: boolean, phase?: number}} Wunsch
 * @typedef {{name: string, punkte: number, text: string}} Grund
 */

/** The whole answer for a municipality. @param {Kommune} ich @param {Wunsch} wunsch @param {any} daten */
export function rangfolge(ich, wunsch, daten) {
  const eigene = daten.projekte.find((projekt) => istEigene(ich, projekt)) ?? null;
  const fremde = daten.projekte.filter((projekt) => projekt !== eigene);
  const vergleichbar = geordnet(fremde.map((projekt) => ({ projekt, ...vergleich(ich, projekt, daten.groessen) })), (v) => v.projekt.id);
  const { dabei, weggelassen } = auswahl(daten.vorhaben, wunsch, eigene);
  const naehe = new Map(vergleichbar.map((v) => [v.projekt.id, v]));
  const vorhaben = gemischt(geordnet(dabei.map((v) => ({ vorhaben: v, ...bewertung(v, wunsch, naehe, daten) })), (v) => kennung(v.vorhaben)));
  return {
    eigene,
    vergleichbar,
    vorhaben,
    weggelassen,
    kollegen: kollegen(ich, fremde, vergleichbar),
    ressourcen: ressourcen(wunsch, daten, vorhaben.slice(0, GRENZEN.technikAus)),
  };
}

/** massnahmen/zwoenitz/erzmobil */
export const kennung = (vorhaben) => `${vorhaben.art}/${vorhaben.id}`;

/** Kilometres as the crow flies, or null where a place is unknown. */
export function entfernung(a, b) {
  if (a.breite === undefined || b.breite === undefined) return null;
  const rad = Math.PI / 180;
  const halb =
    Math.sin(((b.breite - a.breite) * rad) / 2) ** 2 +
    Math.cos(a.breite * rad) * Math.cos(b.breite * rad) * Math.sin(((b.laenge - a.laenge) * rad) / 2) ** 2;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(halb)));
}

/** To the nearest of a project's cities, where it has several far apart. */
function abstandZu(ich, projekt) {
  const orte = projekt.orte?.map(([breite, laenge]) => ({ breite, laenge })) ?? [projekt];
  return ich.breite === undefined ? null : Math.min(...orte.map((ort) => entfernung(ich, ort)));
}

const summe = (teile) => teile.reduce((bisher, teil) => bisher + teil.punkte, 0);
const geordnet = (eintraege, id) => eintraege.sort((a, b) => b.punkte - a.punkte || (id(a) < id(b) ? -1 : 1));

// --- municipalities ------------------------------------------------------------------------------------------------------

function istEigene(ich, projekt) {
  if (!ich.name || (abstandZu(ich, projekt) ?? 999) > GRENZEN.eigeneKm) return false;
  const name = falten(ich.name);
  const kreis = ich.groesse === "kreis-region";
  return projekt.kommunen.some((kommune) => (kreis ? ` ${falten(kommune)} `.includes(` ${name} `) && falten(kommune) !== name : falten(kommune) === name));
}

/** How well a project compares. @param {Kommune} ich */
export function vergleich(ich, projekt, groessen) {
  const km = abstandZu(ich, projekt);
  const teile = [groesse(ich, projekt, groessen), menschen(ich, projekt), naehe(km), land(ich, projekt), lage(ich, projekt)].filter(Boolean);
  return { punkte: summe(teile), km, teile };
}

function groesse(ich, projekt, groessen) {
  if (!ich.groesse) return null;
  const stufen = groessen.filter((klasse) => klasse.ab || klasse.unter).map((klasse) => klasse.id);
  const [meine, seine] = [stufen.indexOf(ich.groesse), stufen.indexOf(projekt.groesse)];
  const ganz = GEWICHTE.kommune.groesse;
  if (meine < 0 && seine < 0) return { name: "Größe", punkte: ganz, text: "ebenfalls ein Kreis oder eine Region" };
  if (meine < 0) {
    const verbund = projekt.kommunen.length > 1;
    return { name: "Größe", punkte: verbund ? ganz * 0.5 : 0, text: verbund ? "ein Verbund mehrerer Kommunen" : "eine einzelne Kommune" };
  }
  if (seine < 0) return { name: "Größe", punkte: meine < 2 ? ganz * 0.45 : 0, text: "ein Kreis oder eine Region" };
  const anteil = [1, 0.65, 0.25][Math.abs(meine - seine)] ?? 0;
  return { name: "Größe", punkte: ganz * anteil, text: gruende.groesser(seine - meine) };
}

function menschen(ich, projekt) {
  if (!ich.einwohner || !projekt.einwohner || (ich.groesse === "kreis-region") !== (projekt.groesse === "kreis-region")) return null;
  const verhaeltnis = Math.max(ich.einwohner, projekt.einwohner) / Math.min(ich.einwohner, projekt.einwohner);
  if (verhaeltnis > GRENZEN.fastGleichViele) return null;
  return { name: "Einwohnerzahl", punkte: GEWICHTE.kommune.einwohner, text: gruende.gleichViele(projekt.einwohner) };
}

function naehe(km) {
  if (km === null) return null;
  return { name: "Nähe", punkte: GEWICHTE.kommune.naehe * Math.max(0, 1 - km / GRENZEN.nahKm), text: gruende.weg(km) };
}

function land(ich, projekt) {
  return projekt.laender.includes(ich.land) ? { name: "Land", punkte: GEWICHTE.kommune.land, text: "im selben Land" } : null;
}

function lage(ich, projekt) {
  if (!ich.lage || ich.lage !== projekt.lage) return null;
  return { name: "Lage", punkte: GEWICHTE.kommune.lage, text: gruende.LAGE[ich.lage] };
}

/** Nearest first; without a place, who is in the same state and comparable. */
function kollegen(ich, projekte, vergleichbar) {
  if (ich.breite === undefined) return vergleichbar.filter((v) => v.projekt.laender.includes(ich.land)).map((v) => ({ projekt: v.projekt, km: null }));
  return projekte
    .map((projekt) => ({ projekt, km: abstandZu(ich, projekt) }))
    .sort((a, b) => a.km - b.km || (a.projekt.id < b.projekt.id ? -1 : 1));
}

// --- measures and solutions ----------------------------------------------------------------------------------------------

const ERPROBT = ["umgesetzt", "verstetigt"];
const trifft = (meine, seine = []) => seine.filter((eines) => meine.includes(eines));

/** What is left after the reader's conditions, and how many each of them left out. */
function auswahl(alle, wunsch, eigene) {
  const weggelassen = { eingestellt: 0, nichtErprobt: 0, nichtOffen: 0, offenUnbekannt: 0 };
  const thema = (v) => !(wunsch.felder.length + wunsch.ziele.length) || trifft(wunsch.felder, v.felder).length + trifft(wunsch.ziele, v.ziele).length > 0;
  const grundDagegen = (v) => {
    if (v.status === "eingestellt") return "eingestellt";
    if (wunsch.erprobt && !ERPROBT.includes(v.status)) return "nichtErprobt";
    if (wunsch.offen && !v.offen) return v.offen === false ? "nichtOffen" : "offenUnbekannt";
    return null;
  };
  const dabei = alle.filter((v) => {
    if (v.loesung || !thema(v) || (eigene && v.projekte?.length && v.projekte.every((id) => id === eigene.id))) return false;
    const grund = grundDagegen(v);
    if (grund) weggelassen[grund] += 1;
    return !grund;
  });
  return { dabei, weggelassen };
}

/** The points of one measure and their reasons. */
function bewertung(v, wunsch, naehe, daten) {
  const teile = [
    feld(v, wunsch, daten),
    ziel(v, wunsch, daten),
    vergleichbarkeit(v, naehe),
    stand(v, daten),
    uebernahme(v),
    beschreibung(v),
    geld(v, wunsch),
    personal(v, wunsch),
  ].filter(Boolean);
  return { punkte: summe(teile), teile };
}

function feld(v, wunsch, daten) {
  const treffer = trifft(wunsch.felder, v.felder);
  if (!treffer.length) return null;
  const haupt = treffer.includes(v.felder[0]);
  const punkte = Math.min(GEWICHTE.vorhaben.feld, (haupt ? 24 : 14) + 6 * (treffer.length - 1));
  return { name: "Thema", punkte, text: gruende.thema(treffer.map((id) => daten.begriffe.handlungsfelder[id]), haupt) };
}

function ziel(v, wunsch, daten) {
  const treffer = trifft(wunsch.ziele, v.ziele);
  return treffer.length ? { name: "Ziel", punkte: GEWICHTE.vorhaben.ziel, text: gruende.ziel(treffer.map((id) => daten.begriffe.ziele[id])) } : null;
}

function vergleichbarkeit(v, naehe) {
  const beste = (v.projekte ?? []).map((id) => naehe.get(id)).filter(Boolean).sort((a, b) => b.punkte - a.punkte)[0];
  if (!beste) return null;
  return { name: "Vergleichbare Kommune", punkte: (GEWICHTE.vorhaben.vergleichbar * beste.punkte) / 100, text: gruende.gebautIn(beste) };
}

function stand(v, daten) {
  const voll = GRENZEN.stand[v.status] ?? 0;
  return { name: "Stand", punkte: v.veraltet ? voll / 2 : voll, text: gruende.stand(v, daten) };
}

function uebernahme(v) {
  const wer = v.uebernommen ?? [];
  if (!wer.length) return null;
  return { name: "Übernommen", punkte: Math.min(GEWICHTE.vorhaben.uebernommen, 3 + 2 * wer.length), text: gruende.uebernommen(wer) };
}

function beschreibung(v) {
  if (v.art === "loesungen") return { name: "Beschrieben", punkte: GEWICHTE.vorhaben.beschrieben, text: "Als Lösung zum Übernehmen beschrieben." };
  const was = v.beschrieben ?? [];
  return was.length ? { name: "Beschrieben", punkte: Math.min(GEWICHTE.vorhaben.beschrieben, 2 * was.length), text: gruende.beschrieben(was) } : null;
}

function geld(v, wunsch) {
  const grenze = GRENZEN.budget[wunsch.budget];
  if (!grenze) return null;
  if (v.kosten === undefined) return { name: "Geld", punkte: 0, text: "Kosten nicht bekannt." };
  const passt = v.kosten <= grenze;
  return { name: "Geld", punkte: passt ? GEWICHTE.vorhaben.geld : -GRENZEN.zuTeuer, text: gruende.kosten(v.kosten, passt) };
}

function personal(v, wunsch) {
  if (!wunsch.personal) return null;
  const hilfen = [
    v.gemeinschaften?.length && gruende.gemeinsam(v.gemeinschaften),
    v.schnell && "Eine Quelle nennt sie einen schnellen Erfolg.",
    v.art === "loesungen" && "Die Beschreibung spart eigenes Ausprobieren.",
  ].filter(Boolean);
  return hilfen.length ? { name: "Wenig Personal", punkte: Math.min(GEWICHTE.vorhaben.personal, 5 * hilfen.length), text: hilfen.join(" ") } : null;
}

/** Each further measure of the same project counts a little less, so that readers meet more than one municipality. */
function gemischt(eintraege) {
  const gesehen = new Map();
  const mitAbzug = eintraege.map((eintrag) => {
    const projekt = eintrag.vorhaben.projekte?.[0];
    const vorher = projekt ? (gesehen.get(projekt) ?? 0) : 0;
    if (projekt) gesehen.set(projekt, vorher + 1);
    if (!vorher) return eintrag;
    const abzug = { name: "Vielfalt", punkte: -GRENZEN.vielfalt * vorher, text: gruende.vielfalt(vorher) };
    return { ...eintrag, punkte: eintrag.punkte + abzug.punkte, teile: [...eintrag.teile, abzug] };
  });
  return geordnet(mitAbzug, (e) => kennung(e.vorhaben));
}

// --- resources -----------------------------------------------------------------------------------------------------------

function ressourcen(wunsch, daten, vorne) {
  const phase = wunsch.phase ?? 1;
  const benutzt = vorne.flatMap((eintrag) => eintrag.vorhaben.technik ?? []).filter((id) => !GRENZEN.keineTechnik.includes(id));
  const technik = new Set(benutzt.filter((id) => benutzt.filter((andere) => andere === id).length >= GRENZEN.technikMindestens));
  const bewertet = daten.ressourcen.map((ressource) => {
    const felder = trifft(wunsch.felder, ressource.felder);
    const gemeinsam = (ressource.technik ?? []).filter((id) => technik.has(id));
    const teile = [
      felder.length && { name: "Thema", punkte: 3 * felder.length, text: `passt zu ${felder.map((id) => daten.begriffe.handlungsfelder[id]).join(", ")}` },
      gemeinsam.length && { name: "Technik", punkte: 1, text: `behandelt ${gemeinsam.map((id) => daten.begriffe.technologien[id]).join(", ")}` },
      GRENZEN.hilftInPhase[phase]?.includes(ressource.art) && { name: "Phase", punkte: 2, text: `hilfreich in Phase ${phase}` },
    ].filter(Boolean);
    return { ressource, punkte: summe(teile), teile };
  });
  return geordnet(bewertet.filter((eintrag) => eintrag.punkte > 1), (eintrag) => eintrag.ressource.id);
}
