/* A draft for the council of one to two pages, from records alone: what nobody knows is named as unknown. `vorlage` takes
   record ids, so that a result and a Merkliste lead to the same paper; `alsText` and `alsHtml` show the same content. */

import { h } from "./element.js";
import { steckbrief, wer } from "./ergebnis.js";
import { stand, vergleichbar as inWorten } from "./gruende.js";
import { kennung, vergleich } from "./rangfolge.js";
import { GRENZEN } from "./regeln.js";
import { liste, satz, tag, zahl } from "./sprache.js";

const QUELLEN = 2;
const VERGLICHEN = 4;
const AUSFUEHRLICH = 4; // as many as fit two sheets; further ones get a line each
const LAENGE = 300;

/**
 * @typedef {{titel: string, absaetze?: string[], punkte?: string[], moeglichkeiten?: Array<{titel: string, adresse: string, kurz: string, zeilen: Array<[string, string]>, quellen: any[], mehr: number}>}} Abschnitt
 * @typedef {{titel: string, stand: string, fehlend: string[], abschnitte: Abschnitt[]}} Vorlage
 */

/** The paper for these records. @param {string[]} kennungen such as massnahmen/zwoenitz/erzmobil @returns {Promise<Vorlage>} */
export async function vorlage(kennungen, { ich, wunsch, daten }, laden = einzelheiten) {
  const alle = new Map(daten.vorhaben.map((v) => [kennung(v), v]));
  const gewaehlt = kennungen.filter((id) => alle.has(id)).map((id) => alle.get(id));
  const genauer = await Promise.all(gewaehlt.map((v) => laden(kennung(v))));
  const paare = gewaehlt.map((v, stelle) => ({ v, mehr: genauer[stelle] ?? { quellen: [] } }));
  const phase = daten.phasen.find((eine) => eine.nummer === (wunsch.phase ?? 1));
  return {
    titel: `Was andere Kommunen gebaut haben: Möglichkeiten für ${wer(ich, daten)}`,
    stand: `Entwurf. Stand der Daten: ${tag(daten.stand)}. Alle Angaben stammen aus „${document.querySelector("meta[property='og:site_name']").content}“ (CC BY 4.0) und gelten für das genannte Datum.`,
    fehlend: kennungen.filter((id) => !alle.has(id)),
    abschnitte: [
      anlass(paare.slice(0, AUSFUEHRLICH), ich, wunsch, daten),
      vergleichbare(gewaehlt, ich, daten),
      moeglichkeiten(paare.slice(0, AUSFUEHRLICH), daten),
      weitereMoeglichkeiten(gewaehlt.slice(AUSFUEHRLICH), daten),
      offeneFragen(paare.slice(0, AUSFUEHRLICH), phase),
      schritte(phase),
    ].filter(Boolean),
  };
}

/** What only the paper needs of a record, from its small file. */
async function einzelheiten(id) {
  const datei = id.slice(0, id.lastIndexOf("/"));
  const antwort = await fetch(new URL(`daten/${datei}.json`, location.href));
  if (!antwort.ok) throw new Error(String(antwort.status));
  return (await antwort.json())[id];
}

// --- the parts ---------------------------------------------------------------------------------------------------------------

function anlass(paare, ich, wunsch, daten) {
  const themen = wunsch.felder.length ? wunsch.felder : [...new Set(paare.map(({ v }) => v.felder[0]))];
  const felder = themen.map((id) => `„${daten.begriffe.handlungsfelder[id]}“`);
  const ziele = wunsch.ziele.map((id) => `„${daten.begriffe.ziele[id]}“`);
  const worum = [felder.length && `Es geht um ${liste(felder)}.`, ziele.length && `Ziel: ${liste(ziele)}.`].filter(Boolean).join(" ");
  const aufgaben = paare.filter(({ mehr }) => mehr.herausforderung).map(({ v, mehr }) => `${v.titel}: ${satz(mehr.herausforderung[0])}`);
  return {
    titel: "Anlass",
    absaetze: [
      [ich?.name && `${ich.name} (${steckbrief(ich, daten)}).`, worum, "Andere Kommunen haben dazu bereits etwas geplant oder gebaut. Diese Vorlage stellt Möglichkeiten gegenüber."].filter(Boolean).join(" "),
      aufgaben.length ? "Welche Aufgaben dort zu lösen waren:" : "Welche Aufgabe die Vorhaben dort lösen, nennen die Quellen nicht.",
    ],
    punkte: aufgaben,
  };
}

function vergleichbare(gewaehlt, ich, daten) {
  const herkunft = [...new Set(gewaehlt.flatMap((v) => v.projekte ?? []))];
  if (!ich) return herkunft.length ? { titel: "Beteiligte Kommunen", punkte: herkunft.slice(0, VERGLICHEN).map((id) => portraet(id, daten)) } : null;
  const verglichen = daten.projekte
    .filter((projekt) => herkunft.includes(projekt.id))
    .map((projekt) => ({ projekt, ...vergleich(ich, projekt, daten.groessen) }))
    .sort((a, b) => b.punkte - a.punkte)
    .slice(0, VERGLICHEN);
  if (!verglichen.length) return null;
  return { titel: "Vergleichbarkeit der Kommunen", punkte: verglichen.map((v) => `${v.projekt.titel}: ${satz(inWorten(v.teile) || "nicht bekannt")}`) };
}

/** Without a municipality to compare with: who they are. */
function portraet(id, daten) {
  const { titel, laender, groesse, einwohner } = daten.projekte.find((projekt) => projekt.id === id);
  const klasse = daten.groessen.find((g) => g.id === groesse)?.name;
  return `${titel}: ${satz([klasse, laender.map((land) => daten.begriffe.laender[land]).join(", "), einwohner && `rund ${zahl(einwohner)} Menschen`].filter(Boolean).join(", "))}`;
}

/** Whole sentences, as many as a council reads; the rest stands on the record's page. */
function knapp(text) {
  if (!text || text.length <= LAENGE) return text;
  const saetze = text.split(/(?<=[a-zäöüß0-9]{2}[.!?“)])\s+(?=[A-ZÄÖÜ„])/);
  let kurz = saetze[0];
  for (const einer of saetze.slice(1)) {
    if (kurz.length + einer.length > LAENGE) break;
    kurz += ` ${einer}`;
  }
  return kurz === text ? text : `${satz(kurz)} (Gekürzt)`;
}

function weitereMoeglichkeiten(rest, daten) {
  if (!rest.length) return null;
  const wo = (v) => liste((v.projekte ?? []).map((id) => daten.projekte.find((projekt) => projekt.id === id).titel));
  return { titel: "Weitere Möglichkeiten", punkte: rest.map((v) => `${v.titel}${wo(v) ? ` (${wo(v)})` : ""}: ${satz(stand(v, daten))}`) };
}

function moeglichkeiten(paare, daten) {
  return {
    titel: "Möglichkeiten",
    moeglichkeiten: paare.map(({ v, mehr }) => ({
      titel: [v.titel, liste((v.projekte ?? []).map((id) => daten.projekte.find((projekt) => projekt.id === id).titel))].filter(Boolean).join(" · "),
      adresse: new URL(`../${kennung(v)}/`, location.href).href,
      kurz: v.kurz,
      zeilen: zeilen(v, mehr, daten),
      quellen: mehr.quellen.slice(0, QUELLEN),
      mehr: Math.max(0, mehr.quellen.length - QUELLEN),
    })),
  };
}

function zeilen(v, mehr, daten) {
  const angaben = [
    ["Stand", stand(v, daten)],
    ["Voraussetzungen", knapp(mehr.voraussetzungen?.slice(0, 3).map(satz).join(" "))],
    ["Kosten", [v.kosten !== undefined && `${zahl(v.kosten)} Euro im Modellprojekt.`, mehr.kosten_hinweis?.[0] && satz(mehr.kosten_hinweis[0])].filter(Boolean).join(" ")],
    ["Aufwand", knapp(mehr.aufwand?.[0])],
    ["Betrieb", knapp(mehr.betrieb?.[0])],
    ["Quellcode", v.offen === undefined ? "" : v.offen ? `offen${mehr.lizenz ? `, Lizenz: ${mehr.lizenz[0]}` : ""}` : "nicht offen"],
    ["Übernommen", v.uebernommen ? `von ${liste(v.uebernommen)}` : ""],
    ["Erfahrungen", knapp(mehr.erfahrungen?.slice(0, 2).map(satz).join(" "))],
    ["Hinweis", knapp(mehr.hinweis?.[0])],
  ];
  const bekannt = angaben.filter(([, wert]) => wert);
  const unbekannt = fehlt(v, mehr);
  return unbekannt.length ? [...bekannt, ["Nicht bekannt", liste(unbekannt)]] : bekannt;
}

/** What a council asks first and no source says. */
function fehlt(v, mehr) {
  return [
    v.kosten === undefined && !mehr.kosten_hinweis && "Kosten",
    !mehr.aufwand && "Aufwand",
    !mehr.betrieb && "Betrieb",
    !mehr.voraussetzungen && "Voraussetzungen",
    v.offen === undefined && (v.technik ?? []).some((id) => GRENZEN.software.includes(id)) && "ob der Quellcode offen ist",
  ].filter(Boolean);
}

function offeneFragen(paare, phase) {
  const luecken = new Map();
  for (const { v, mehr } of paare) for (const was of fehlt(v, mehr)) luecken.set(was, [...(luecken.get(was) ?? []), v.titel]);
  const wo = (titel) => (titel.length === paare.length && paare.length > 1 ? "allen Möglichkeiten" : liste(titel.map((einer) => `„${einer}“`)));
  const alt = paare.filter(({ v }) => v.veraltet).map(({ v }) => `„${v.titel}“`);
  const punkte = [
    ...[...luecken].map(([was, titel]) => `${was[0].toUpperCase()}${was.slice(1)}: nicht bekannt bei ${wo(titel)}.`),
    alt.length && `Stand nachfragen, die Angabe kann überholt sein: ${liste(alt)}.`,
    ...(phase?.leitfragen ?? []),
  ].filter(Boolean);
  return { titel: "Offene Fragen", punkte };
}

function schritte(phase) {
  if (!phase?.schritte) return null;
  return { titel: "Nächste Schritte", absaetze: [`Aus dem Fahrplan, Phase ${phase.nummer} (${phase.titel}): ${phase.kurz}`], punkte: [...phase.schritte] };
}

// --- two ways to show it -----------------------------------------------------------------------------------------------------

const quelle = (q) => `${q.name}${q.stand ? ` (${tag(q.stand)})` : " (ohne Datum)"}`;
const weitere = (mehr) => (mehr ? `; ${mehr} weitere auf der Seite` : "");

/** Plain text for an e-mail or a word processor. @param {Vorlage} v */
export function alsText(v) {
  const teile = v.abschnitte.map((a) =>
    [
      a.titel.toUpperCase(),
      ...(a.absaetze ?? []),
      ...(a.punkte ?? []).map((punkt) => `- ${punkt}`),
      ...(a.moeglichkeiten ?? []).map((m, nummer) =>
        [`${nummer + 1}. ${m.titel}`, m.kurz, ...m.zeilen.map(([name, wert]) => `   ${name}: ${wert}`), `   Quellen: ${m.quellen.map((q) => [quelle(q), q.url].filter(Boolean).join(" ")).join("; ")}${weitere(m.mehr)}`, `   ${m.adresse}`].join("\n"),
      ),
    ].join("\n"),
  );
  return [v.titel, v.stand, ...teile].join("\n\n") + "\n";
}

/** @param {Vorlage} v */
export function alsHtml(v) {
  return h(
    "article",
    { className: "kommune-vorlage" },
    h("h1", { id: "vorlage", tabIndex: -1 }, v.titel),
    h("p", { className: "ws-meta" }, v.stand),
    v.fehlend.length && h("p", { className: "ws-hinweis" }, `Diese Einträge gibt es nicht (mehr): ${v.fehlend.join(", ")}. Sie fehlen im Entwurf.`),
    v.abschnitte.map((a) => [
      h("h2", {}, a.titel),
      a.absaetze?.map((text) => h("p", {}, text)),
      a.punkte?.length && h("ul", {}, a.punkte.map((text) => h("li", {}, text))),
      a.moeglichkeiten?.length ? h("ol", { className: "kommune-moeglichkeiten" }, a.moeglichkeiten.map(moeglichkeit)) : a.moeglichkeiten && h("p", {}, "Noch keine gewählt."),
    ]),
  );
}

function moeglichkeit(m) {
  const quellen = m.quellen.flatMap((q, nummer) => [nummer ? "; " : "", q.url ? h("a", { href: q.url, rel: "noopener" }, quelle(q)) : quelle(q)]);
  return h(
    "li",
    {},
    h("h3", {}, h("a", { href: m.adresse }, m.titel)),
    h("p", {}, m.kurz),
    h("dl", {}, m.zeilen.flatMap(([name, wert]) => [h("dt", {}, name), h("dd", {}, wert)]), h("dt", {}, "Quellen"), h("dd", {}, ...quellen, weitere(m.mehr))),
  );
}
