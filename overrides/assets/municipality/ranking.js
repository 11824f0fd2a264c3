/* Which projects are comparable and which measures come first. Pure: the same input gives the same list, nothing is
   looked up or stored. Every point comes with the words that say why; `weights.js` explains the weights to readers. */

import { WEIGHTS, LIMITS } from "./weights.js";
import * as reasons from "./reasons.js";
import { fold } from "./wording.js";

/**
 * @typedef {{name?: string, land?: string, groesse?: string, einwohner?: number, breite?: number, laenge?: number, lage?: string}} Municipality
 * @typedef {{felder: string[], ziele: string[], budget?: string, personal?: boolean, offen?: boolean, erprobt?: boolean, phase?: number}} Wish
 * @typedef {{name: string, points: number, text: string}} Reason
 */

/** The whole answer for a municipality. @param {Municipality} here @param {Wish} wish @param {any} data */
export function ranking(here, wish, data) {
  const own = data.projekte.find((project) => isOwn(here, project)) ?? null;
  const others = data.projekte.filter((project) => project !== own);
  const comparable = ordered(others.map((project) => ({ project, ...compare(here, project, data.groessen) })), (v) => v.project.id);
  const { kept, leftOut } = selected(data.vorhaben, wish, own);
  const nearness = new Map(comparable.map((v) => [v.project.id, v]));
  const items = mixed(ordered(kept.map((v) => ({ vorhaben: v, ...score(v, wish, nearness, data) })), (v) => idOf(v.vorhaben)));
  return {
    own,
    comparable,
    vorhaben: items,
    leftOut,
    colleagues: colleagues(here, others, comparable),
    ressourcen: resources(wish, data, items.slice(0, LIMITS.technologyFrom)),
  };
}

/** massnahmen/zwoenitz/erzmobil */
export const idOf = (item) => `${item.art}/${item.id}`;

/** Kilometres as the crow flies, or null where a place is unknown. */
export function distance(a, b) {
  if (a.breite === undefined || b.breite === undefined) return null;
  const rad = Math.PI / 180;
  const half =
    Math.sin(((b.breite - a.breite) * rad) / 2) ** 2 +
    Math.cos(a.breite * rad) * Math.cos(b.breite * rad) * Math.sin(((b.laenge - a.laenge) * rad) / 2) ** 2;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(half)));
}

/** To the nearest of a project's cities, where it has several far apart. */
function distanceTo(here, project) {
  const places = project.orte?.map(([latitude, longitude]) => ({ breite: latitude, laenge: longitude })) ?? [project];
  return here.breite === undefined ? null : Math.min(...places.map((place) => distance(here, place)));
}

const total = (parts) => parts.reduce((soFar, part) => soFar + part.points, 0);
const ordered = (entries, id) => entries.sort((a, b) => b.points - a.points || (id(a) < id(b) ? -1 : 1));

// --- municipalities ------------------------------------------------------------------------------------------------------

function isOwn(here, project) {
  if (!here.name || (distanceTo(here, project) ?? 999) > LIMITS.ownKm) return false;
  const name = fold(here.name);
  const district = here.groesse === "kreis-region";
  return project.kommunen.some((municipality) => (district ? ` ${fold(municipality)} `.includes(` ${name} `) && fold(municipality) !== name : fold(municipality) === name));
}

/** How well a project compares. @param {Municipality} here */
export function compare(here, project, sizes) {
  const km = distanceTo(here, project);
  const parts = [size(here, project, sizes), people(here, project), nearness(km), federalState(here, project), setting(here, project)].filter(Boolean);
  return { points: total(parts), km, parts };
}

function size(here, project, sizes) {
  if (!here.groesse) return null;
  const classes = sizes.filter((sizeClass) => sizeClass.ab || sizeClass.unter).map((sizeClass) => sizeClass.id);
  const [mine, its] = [classes.indexOf(here.groesse), classes.indexOf(project.groesse)];
  const full = WEIGHTS.municipality.groesse;
  if (mine < 0 && its < 0) return { name: "Größe", points: full, text: "ebenfalls ein Kreis oder eine Region" };
  if (mine < 0) {
    const joint = project.kommunen.length > 1;
    return { name: "Größe", points: joint ? full * 0.5 : 0, text: joint ? "ein Verbund mehrerer Kommunen" : "eine einzelne Kommune" };
  }
  if (its < 0) return { name: "Größe", points: mine < 2 ? full * 0.45 : 0, text: "ein Kreis oder eine Region" };
  const share = [1, 0.65, 0.25][Math.abs(mine - its)] ?? 0;
  return { name: "Größe", points: full * share, text: reasons.larger(its - mine) };
}

function people(here, project) {
  if (!here.einwohner || !project.einwohner || (here.groesse === "kreis-region") !== (project.groesse === "kreis-region")) return null;
  const ratio = Math.max(here.einwohner, project.einwohner) / Math.min(here.einwohner, project.einwohner);
  if (ratio > LIMITS.aboutAsMany) return null;
  return { name: "Einwohnerzahl", points: WEIGHTS.municipality.einwohner, text: reasons.aboutAsMany(project.einwohner) };
}

function nearness(km) {
  if (km === null) return null;
  return { name: "Nähe", points: WEIGHTS.municipality.nearness * Math.max(0, 1 - km / LIMITS.nearKm), text: reasons.way(km) };
}

function federalState(here, project) {
  return project.laender.includes(here.land) ? { name: "Land", points: WEIGHTS.municipality.land, text: "im selben Land" } : null;
}

function setting(here, project) {
  if (!here.lage || here.lage !== project.lage) return null;
  return { name: "Lage", points: WEIGHTS.municipality.lage, text: reasons.SETTINGS[here.lage] };
}

/** Nearest first; without a place, who is in the same state and comparable. */
function colleagues(here, projects, comparable) {
  if (here.breite === undefined) return comparable.filter((v) => v.project.laender.includes(here.land)).map((v) => ({ project: v.project, km: null }));
  return projects
    .map((project) => ({ project, km: distanceTo(here, project) }))
    .sort((a, b) => a.km - b.km || (a.project.id < b.project.id ? -1 : 1));
}

// --- measures and solutions ----------------------------------------------------------------------------------------------

const PROVEN = ["umgesetzt", "verstetigt"];
const matching = (mine, its = []) => its.filter((one) => mine.includes(one));

/** What is left after the reader's conditions, and how many each of them left out. */
function selected(all, wish, own) {
  const leftOut = { stopped: 0, unproven: 0, notOpen: 0, openUnknown: 0 };
  const topic = (v) => !(wish.felder.length + wish.ziele.length) || matching(wish.felder, v.felder).length + matching(wish.ziele, v.ziele).length > 0;
  const objection = (v) => {
    if (v.status === "eingestellt") return "stopped";
    if (wish.erprobt && !PROVEN.includes(v.status)) return "unproven";
    if (wish.offen && !v.offen) return v.offen === false ? "notOpen" : "openUnknown";
    return null;
  };
  const kept = all.filter((v) => {
    if (v.loesung || !topic(v) || (own && v.projekte?.length && v.projekte.every((id) => id === own.id))) return false;
    const reason = objection(v);
    if (reason) leftOut[reason] += 1;
    return !reason;
  });
  return { kept, leftOut };
}

/** The points of one measure and their reasons. */
function score(v, wish, nearness, data) {
  const parts = [
    field(v, wish, data),
    aim(v, wish, data),
    comparability(v, nearness),
    standing(v, data),
    adoption(v),
    description(v),
    money(v, wish),
    staff(v, wish),
  ].filter(Boolean);
  return { points: total(parts), parts };
}

function field(v, wish, data) {
  const hits = matching(wish.felder, v.felder);
  if (!hits.length) return null;
  const main = hits.includes(v.felder[0]);
  const points = Math.min(WEIGHTS.vorhaben.feld, (main ? 24 : 14) + 6 * (hits.length - 1));
  return { name: "Thema", points, text: reasons.topic(hits.map((id) => data.begriffe.handlungsfelder[id]), main) };
}

function aim(v, wish, data) {
  const hits = matching(wish.ziele, v.ziele);
  return hits.length ? { name: "Ziel", points: WEIGHTS.vorhaben.ziel, text: reasons.aim(hits.map((id) => data.begriffe.ziele[id])) } : null;
}

function comparability(v, nearness) {
  const best = (v.projekte ?? []).map((id) => nearness.get(id)).filter(Boolean).sort((a, b) => b.points - a.points)[0];
  if (!best) return null;
  return { name: "Vergleichbare Kommune", points: (WEIGHTS.vorhaben.comparable * best.points) / 100, text: reasons.builtIn(best) };
}

function standing(v, data) {
  const full = LIMITS.stand[v.status] ?? 0;
  return { name: "Stand", points: v.veraltet ? full / 2 : full, text: reasons.standing(v, data) };
}

function adoption(v) {
  const who = v.uebernommen ?? [];
  if (!who.length) return null;
  return { name: "Übernommen", points: Math.min(WEIGHTS.vorhaben.uebernommen, 3 + 2 * who.length), text: reasons.adopted(who) };
}

function description(v) {
  if (v.art === "loesungen") return { name: "Beschrieben", points: WEIGHTS.vorhaben.beschrieben, text: "Als Lösung zum Übernehmen beschrieben." };
  const what = v.beschrieben ?? [];
  return what.length ? { name: "Beschrieben", points: Math.min(WEIGHTS.vorhaben.beschrieben, 2 * what.length), text: reasons.described(what) } : null;
}

function money(v, wish) {
  const limit = LIMITS.budget[wish.budget];
  if (!limit) return null;
  if (v.kosten === undefined) return { name: "Geld", points: 0, text: "Kosten nicht bekannt." };
  const fits = v.kosten <= limit;
  return { name: "Geld", points: fits ? WEIGHTS.vorhaben.money : -LIMITS.tooDear, text: reasons.costs(v.kosten, fits) };
}

function staff(v, wish) {
  if (!wish.personal) return null;
  const helps = [
    v.gemeinschaften?.length && reasons.together(v.gemeinschaften),
    v.schnell && "Eine Quelle nennt sie einen schnellen Erfolg.",
    v.art === "loesungen" && "Die Beschreibung spart eigenes Ausprobieren.",
  ].filter(Boolean);
  return helps.length ? { name: "Wenig Personal", points: Math.min(WEIGHTS.vorhaben.personal, 5 * helps.length), text: helps.join(" ") } : null;
}

/** Each further measure of the same project counts a little less, so that readers meet more than one municipality. */
function mixed(entries) {
  const seen = new Map();
  const deducted = entries.map((entry) => {
    const project = entry.vorhaben.projekte?.[0];
    const before = project ? (seen.get(project) ?? 0) : 0;
    if (project) seen.set(project, before + 1);
    if (!before) return entry;
    const deduction = { name: "Vielfalt", points: -LIMITS.variety * before, text: reasons.variety(before) };
    return { ...entry, points: entry.points + deduction.points, parts: [...entry.parts, deduction] };
  });
  return ordered(deducted, (e) => idOf(e.vorhaben));
}

// --- resources -----------------------------------------------------------------------------------------------------------

function resources(wish, data, leading) {
  const phase = wish.phase ?? 1;
  const used = leading.flatMap((entry) => entry.vorhaben.technik ?? []).filter((id) => !LIMITS.noTechnology.includes(id));
  const technology = new Set(used.filter((id) => used.filter((other) => other === id).length >= LIMITS.technologyAtLeast));
  const scored = data.ressourcen.map((resource) => {
    const fields = matching(wish.felder, resource.felder);
    const together = (resource.technik ?? []).filter((id) => technology.has(id));
    const parts = [
      fields.length && { name: "Thema", points: 3 * fields.length, text: `passt zu ${fields.map((id) => data.begriffe.handlungsfelder[id]).join(", ")}` },
      together.length && { name: "Technik", points: 1, text: `behandelt ${together.map((id) => data.begriffe.technologien[id]).join(", ")}` },
      LIMITS.helpsInPhase[phase]?.includes(resource.art) && { name: "Phase", points: 2, text: `hilfreich in Phase ${phase}` },
    ].filter(Boolean);
    return { resource, points: total(parts), parts };
  });
  return ordered(scored.filter((entry) => entry.points > 1), (entry) => entry.resource.id);
}
