/* A draft for the council of one to two pages, from records alone: what nobody knows is named as unknown. `draft` takes
   record ids, so that a result and a Merkliste lead to the same paper; `asText` and `asHtml` show the same content. */

import { h } from "../element.js";
import { dataOf, pageAt } from "../site.js";
import { profile, who } from "./result.js";
import { standing, comparable as inWords } from "./reasons.js";
import { idOf, compare } from "./ranking.js";
import { LIMITS } from "./weights.js";
import { few, listed, sentence, day, number } from "./wording.js";

const SOURCES = 2;
const COMPARED = 4;
const DETAILED = 4; // as many as fit two sheets; further ones get a line each
const ROOM = 560; // letters for what a field says, shared by the options

/**
 * @typedef {{titel: string, paragraphs?: string[], points?: string[], options?: Array<{titel: string, address: string, kurz: string, rows: Array<[string, string]>, quellen: any[], more: number}>}} Section
 * @typedef {{titel: string, stand: string, missing: string[], sections: Section[]}} Draft
 */

/** The paper for these records. @param {string[]} ids such as massnahmen/zwoenitz/erzmobil @returns {Promise<Draft>} */
export async function draft(ids, { here, wish, data }, load = details) {
  const all = new Map(data.vorhaben.map((v) => [idOf(v), v]));
  const chosen = ids.filter((id) => all.has(id)).map((id) => all.get(id));
  const detailed = await Promise.all(chosen.map((v) => load(idOf(v))));
  const pairs = chosen.map((v, index) => ({ v, more: detailed[index] ?? { quellen: [] } }));
  const phase = data.phasen.find((one) => one.nummer === (wish.phase ?? 1));
  return {
    titel: `Was andere Kommunen gebaut haben: Möglichkeiten für ${who(here, data)}`,
    stand: `Entwurf. Stand der Daten: ${day(data.stand)}. Alle Angaben stammen aus „${document.querySelector("meta[property='og:site_name']").content}“ (CC BY 4.0) und gelten für das genannte Datum.`,
    missing: ids.filter((id) => !all.has(id)),
    sections: [
      occasion(pairs.slice(0, DETAILED), here, wish, data),
      comparables(chosen, here, data),
      options(pairs.slice(0, DETAILED), data, ROOM / Math.min(DETAILED, pairs.length)),
      furtherOptions(chosen.slice(DETAILED), data),
      openQuestions(pairs.slice(0, DETAILED), phase),
      steps(phase),
    ].filter(Boolean),
  };
}

/** What only the paper needs of a record, from its small file. */
async function details(id) {
  const file = id.slice(0, id.lastIndexOf("/"));
  return (await dataOf(`meine-kommune/daten/${file}`))[id];
}

// --- the parts ---------------------------------------------------------------------------------------------------------------

function occasion(pairs, here, wish, data) {
  const topics = wish.felder.length ? wish.felder : [...new Set(pairs.map(({ v }) => v.felder[0]))];
  const fields = topics.map((id) => `„${data.begriffe.handlungsfelder[id]}“`);
  const aims = wish.ziele.map((id) => `„${data.begriffe.ziele[id]}“`);
  const about = [fields.length && `Es geht um ${listed(fields)}.`, aims.length && `Ziel: ${listed(aims)}.`].filter(Boolean).join(" ");
  const tasks = pairs.filter(({ more }) => more.herausforderung).map(({ v, more }) => `${v.titel}: ${sentence(more.herausforderung[0])}`);
  return {
    titel: "Anlass",
    paragraphs: [
      [here?.name && `${here.name} (${profile(here, data)}).`, about, "Andere Kommunen haben dazu bereits etwas geplant oder gebaut. Diese Vorlage stellt Möglichkeiten gegenüber."].filter(Boolean).join(" "),
      tasks.length ? "Welche Aufgaben dort zu lösen waren:" : "Welche Aufgabe die Vorhaben dort lösen, nennen die Quellen nicht.",
    ],
    points: tasks,
  };
}

function comparables(chosen, here, data) {
  const origin = [...new Set(chosen.flatMap((v) => v.projekte ?? []))];
  if (!here) return origin.length ? { titel: "Beteiligte Kommunen", points: origin.slice(0, COMPARED).map((id) => portrait(id, data)) } : null;
  const compared = data.projekte
    .filter((project) => origin.includes(project.id))
    .map((project) => ({ project, ...compare(here, project, data.groessen) }))
    .sort((a, b) => b.points - a.points)
    .slice(0, COMPARED);
  if (!compared.length) return null;
  return { titel: "Vergleichbarkeit der Kommunen", points: compared.map((v) => `${v.project.titel}: ${sentence(inWords(v.parts) || "nicht bekannt")}`) };
}

/** Without a municipality to compare with: who they are. */
function portrait(id, data) {
  const { titel: title, laender: federalStates, groesse: size, einwohner: inhabitants } = data.projekte.find((project) => project.id === id);
  const sizeClass = data.groessen.find((g) => g.id === size)?.name;
  return `${title}: ${sentence([sizeClass, federalStates.map((federalState) => data.begriffe.laender[federalState]).join(", "), inhabitants && `rund ${number(inhabitants)} Menschen`].filter(Boolean).join(", "))}`;
}

/** Whole sentences, as many as a council reads; the rest stands on the record's page. */
function shortened(text, room) {
  if (!text || text.length <= room) return text;
  const sentences = text.split(/(?<=[a-zäöüß0-9]{2}[.!?“)])\s+(?=[A-ZÄÖÜ„])/);
  let short = sentences[0];
  for (const one of sentences.slice(1)) {
    if (short.length + one.length > room) break;
    short += ` ${one}`;
  }
  return short === text ? text : `${sentence(short)} (Gekürzt)`;
}

function furtherOptions(rest, data) {
  if (!rest.length) return null;
  const where = (v) => listed((v.projekte ?? []).map((id) => data.projekte.find((project) => project.id === id).titel));
  return { titel: "Weitere Möglichkeiten", points: rest.map((v) => `${v.titel}${where(v) ? ` (${where(v)})` : ""}: ${sentence(standing(v, data))}`) };
}

function options(pairs, data, room) {
  return {
    titel: "Möglichkeiten",
    options: pairs.map(({ v, more }) => ({
      titel: [v.titel, listed((v.projekte ?? []).map((id) => data.projekte.find((project) => project.id === id).titel))].filter(Boolean).join(" · "),
      address: pageAt(`${idOf(v)}/`).href,
      kurz: v.kurz,
      rows: rows(v, more, data, room),
      quellen: more.quellen.slice(0, SOURCES),
      more: Math.max(0, more.quellen.length - SOURCES),
    })),
  };
}

function rows(v, more, data, room) {
  const facts = [
    ["Stand", standing(v, data)],
    ["Voraussetzungen", shortened(more.voraussetzungen?.slice(0, 3).map(sentence).join(" "), room)],
    ["Kosten", [v.kosten !== undefined && `${number(v.kosten)} Euro im Modellprojekt.`, more.kosten_hinweis?.[0] && sentence(more.kosten_hinweis[0])].filter(Boolean).join(" ")],
    ["Aufwand", shortened(more.aufwand?.[0], room)],
    ["Betrieb", shortened(more.betrieb?.[0], room)],
    ["Quellcode", v.offen === undefined ? "" : v.offen ? `offen${more.lizenz ? `, Lizenz: ${more.lizenz[0]}` : ""}` : "nicht offen"],
    ["Übernommen", v.uebernommen ? `von ${few(v.uebernommen)}` : ""],
    ["Erfahrungen", shortened(more.erfahrungen?.slice(0, 2).map(sentence).join(" "), room)],
    ["Hinweis", shortened(more.hinweis?.[0], room)],
  ];
  const known = facts.filter(([, value]) => value);
  const unknown = missing(v, more);
  return unknown.length ? [...known, ["Nicht bekannt", listed(unknown)]] : known;
}

/** What a council asks first and no source says. */
function missing(v, more) {
  return [
    v.kosten === undefined && !more.kosten_hinweis && "Kosten",
    !more.aufwand && "Aufwand",
    !more.betrieb && "Betrieb",
    !more.voraussetzungen && "Voraussetzungen",
    v.offen === undefined && (v.technik ?? []).some((id) => LIMITS.software.includes(id)) && "ob der Quellcode offen ist",
  ].filter(Boolean);
}

function openQuestions(pairs, phase) {
  const gaps = new Map();
  for (const { v, more } of pairs) for (const what of missing(v, more)) gaps.set(what, [...(gaps.get(what) ?? []), v.titel]);
  const where = (title) => (title.length === pairs.length && pairs.length > 1 ? "allen Möglichkeiten" : listed(title.map((one) => `„${one}“`)));
  const outdated = pairs.filter(({ v }) => v.veraltet).map(({ v }) => `„${v.titel}“`);
  const points = [
    ...[...gaps].map(([what, title]) => `${what[0].toUpperCase()}${what.slice(1)}: nicht bekannt bei ${where(title)}.`),
    outdated.length && `Stand nachfragen, die Angabe kann überholt sein: ${listed(outdated)}.`,
    ...(phase?.leitfragen ?? []),
  ].filter(Boolean);
  return { titel: "Offene Fragen", points };
}

function steps(phase) {
  if (!phase?.schritte) return null;
  return { titel: "Nächste Schritte", paragraphs: [`Aus dem Fahrplan, Phase ${phase.nummer} (${phase.titel}): ${phase.kurz}`], points: [...phase.schritte] };
}

// --- two ways to show it -----------------------------------------------------------------------------------------------------

const source = (q) => `${q.name}${q.stand ? ` (${day(q.stand)})` : " (ohne Datum)"}`;
const further = (more) => (more ? `; ${more} weitere auf der Seite` : "");

/** Plain text for an e-mail or a word processor. @param {Draft} v */
export function asText(v) {
  const parts = v.sections.map((a) =>
    [
      a.titel.toUpperCase(),
      ...(a.paragraphs ?? []),
      ...(a.points ?? []).map((point) => `- ${point}`),
      ...(a.options ?? []).map((m, nth) =>
        [`${nth + 1}. ${m.titel}`, m.kurz, ...m.rows.map(([name, value]) => `   ${name}: ${value}`), `   Quellen: ${m.quellen.map((q) => [source(q), q.url].filter(Boolean).join(" ")).join("; ")}${further(m.more)}`, `   ${m.address}`].join("\n"),
      ),
    ].join("\n"),
  );
  return [v.titel, v.stand, ...parts].join("\n\n") + "\n";
}

/** @param {Draft} v */
export function asHtml(v) {
  return h(
    "article",
    { className: "kommune-vorlage" },
    h("h1", { id: "vorlage", tabIndex: -1 }, v.titel),
    h("p", { className: "ws-meta" }, v.stand),
    v.missing.length && h("p", { className: "ws-hinweis" }, `Diese Einträge gibt es nicht (mehr): ${v.missing.join(", ")}. Sie fehlen im Entwurf.`),
    v.sections.map((a) => [
      h("h2", {}, a.titel),
      a.paragraphs?.map((text) => h("p", {}, text)),
      a.points?.length && h("ul", {}, a.points.map((text) => h("li", {}, text))),
      a.options?.length ? h("ol", { className: "kommune-moeglichkeiten" }, a.options.map(option)) : a.options && h("p", {}, "Noch keine gewählt."),
    ]),
  );
}

function option(m) {
  const sources = m.quellen.flatMap((q, nth) => [nth ? "; " : "", q.url ? h("a", { href: q.url, rel: "noopener" }, source(q)) : source(q)]);
  return h(
    "li",
    {},
    h("h3", {}, h("a", { href: m.address }, m.titel)),
    h("p", {}, m.kurz),
    h("dl", {}, m.rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]), h("dt", {}, "Quellen"), h("dd", {}, ...sources, further(m.more))),
  );
}
