// Shows the answer: what is comparable, what comes into question, who is near, what helps, and how it was calculated.

import { h } from "../element.js";
import { pageAt } from "../site.js";
import { comparable as inWords } from "./reasons.js";
import { idOf } from "./ranking.js";
import { RULES } from "./weights.js";
import { count, capitalised, listed, sentence, ofDate, number } from "./wording.js";

const address = (path) => pageAt(path).href;
const pageLink = (kind, id, text) => h("a", { href: address(`${kind}/${id}/`) }, text);
const rounded = (points) => String(Math.round(points));

/** All sections. @param {any} view answer, here, wish, data, state, and what a reader can do: note(id, yes), draft (address) */
export function result(view) {
  return [head(view), comparables(view), proposals(view), colleagues(view), helps(view), calculation()];
}

/** Zwönitz, or in words what was chosen by hand. */
export function who(here, data) {
  if (here?.name) return here.groesse === "kreis-region" ? `den Kreis oder die Region um ${here.name}` : here.name;
  const size = data.groessen.find((g) => g.id === here?.groesse)?.name;
  return [size, data.begriffe.laender[here?.land]].filter(Boolean).join(" in ") || "Ihre Kommune";
}

/** Sachsen, 11.547 Menschen, Kleinstadt */
export function profile(here, data) {
  const setting = { laendlich: "ländlich gelegen", umland: "im Umland einer Großstadt" }[here.lage];
  const size = data.groessen.find((g) => g.id === here.groesse)?.name;
  return [data.begriffe.laender[here.land], here.einwohner && `${number(here.einwohner)} Menschen`, size, setting].filter(Boolean).join(", ");
}

function head({ answer, here, data, draft, copyAddress }) {
  return h(
    "section",
    { className: "kommune-kopf" },
    h("h2", { id: "ergebnis", tabIndex: -1 }, `Für ${who(here, data)}`),
    here?.name && h("p", {}, `${profile(here, data)}.`),
    answer.own && h("p", {}, "Ihre Kommune gehört selbst zu einem Modellprojekt: ", pageLink("modellprojekte", answer.own.id, answer.own.titel), ". In den Listen unten stehen nur die anderen."),
    !here && h("p", {}, "Nennen Sie noch Ihren Ort oder Größe und Land. Dann zählt auch, wie gut die Kommunen vergleichbar sind."),
    h("p", { className: "kommune-tun" }, h("a", { href: draft, className: "kommune-knopf kommune-knopf-voll" }, "Entwurf für den Rat"), h("button", { type: "button", className: "kommune-knopf", onclick: copyAddress }, "Adresse dieser Seite kopieren")),
  );
}

// --- comparable projects ---------------------------------------------------------------------------------------------------

function comparables({ answer, here, wish, data }) {
  if (!here) return null;
  const row = (v) =>
    h(
      "li",
      {},
      h("h3", {}, pageLink("modellprojekte", v.project.id, v.project.titel)),
      h("p", {}, v.parts.length ? sentence(inWords(v.parts)) : "Über die Vergleichbarkeit ist nichts bekannt."),
      h("p", { className: "ws-meta" }, fitting(v.project, wish, data)),
      points(v),
    );
  return section("vergleichbar", "Vergleichbare Modellprojekte", withMore(answer.comparable, row, 5, "Modellprojekte"));
}

function fitting(project, wish, data) {
  const its = data.vorhaben.filter((v) => v.art === "massnahmen" && v.projekte.includes(project.id));
  const hits = its.filter((v) => v.felder.some((field) => wish.felder.includes(field)));
  const all = count(its.length, "Maßnahme", "Maßnahmen");
  return wish.felder.length ? `${all}, davon ${hits.length || "keine"} in Ihren Handlungsfeldern` : all;
}

// --- measures and solutions ------------------------------------------------------------------------------------------------

function proposals({ answer, wish, data, state, note }) {
  const row = (entry) => {
    const v = entry.vorhaben;
    const id = idOf(v);
    return h(
      "li",
      { "data-record": id },
      h("h3", {}, pageLink(v.art, v.id, v.titel)),
      h("p", { className: "ws-meta" }, origin(v, data), " ", statusMark(v, data)),
      h("p", {}, v.kurz),
      h("ul", { className: "kommune-gruende", "aria-label": "Warum das hier steht" }, entry.parts.filter((part) => part.name !== "Stand" || part.points < 8).map((part) => h("li", {}, part.text))),
      h(
        "p",
        { className: "kommune-tun" },
        h("label", { className: "kommune-merken" }, h("input", { type: "checkbox", checked: state.eintrag.includes(id), onchange: (e) => note(id, e.target.checked) }), " in den Entwurf für den Rat", h("span", { className: "ws-nur-vorlesen" }, `: ${v.titel}`)),
        h("button", { type: "button", className: "kommune-knopf", hidden: true, "data-merken": id, "data-titel": v.titel }),
      ),
      points(entry),
    );
  };
  const hints = [!(wish.felder.length + wish.ziele.length) && "Sie haben noch nicht gewählt, was Sie bewegt. Die Liste zeigt deshalb, was sich in vergleichbaren Kommunen bewährt hat.", leftOut(answer.leftOut)].filter(Boolean);
  const content = answer.vorhaben.length
    ? [h("p", {}, `${capitalised(count(answer.vorhaben.length, "Maßnahme oder Lösung", "Maßnahmen und Lösungen"))}, die am besten passenden zuerst.`), withMore(answer.vorhaben, row, 10, "Vorschläge")]
    : [h("p", { className: "ws-hinweis" }, "Dazu passt nichts von dem, was verzeichnet ist. Nehmen Sie eine Bedingung zurück, zum Beispiel „nur mit offenem Quellcode“, oder wählen Sie ein weiteres Handlungsfeld.")];
  return section("vorschlaege", "Was für Sie in Frage kommt", content, hints.length && h("ul", { className: "ws-meta kommune-weggelassen" }, hints.map((text) => h("li", {}, text))));
}

function origin(v, data) {
  const names = (v.projekte ?? []).map((id) => data.projekte.find((project) => project.id === id)?.titel).filter(Boolean);
  return [v.art === "loesungen" ? "Lösung" : "Maßnahme", listed(names)].filter(Boolean).join(" · ");
}

function statusMark(v, data) {
  if (!v.status) return null;
  const when = v.datum ? `Angabe ${ofDate(v.datum)}` : "ohne Datum";
  return [h("span", { className: `ws-stand ws-stand-${v.status}` }, data.begriffe.status[v.status]), ` (${when}${v.veraltet ? ", kann überholt sein" : ""})`];
}

const LEFT_OUT = {
  unproven: "nicht als umgesetzt oder verstetigt gemeldet",
  notOpen: "Quellcode nicht offen",
  openUnknown: "nicht bekannt, ob der Quellcode offen ist",
  stopped: "eingestellt",
};

/** What the conditions left out, counted: nothing disappears in silence. */
function leftOut(numbers) {
  const reasons = Object.entries(LEFT_OUT).filter(([name]) => numbers[name]);
  if (!reasons.length) return null;
  return [`Nicht in der Liste: ${reasons.map(([name, text]) => `${text} (${number(numbers[name])})`).join("; ")}. `, numbers.stopped && h("a", { href: address("status/eingestellt/") }, "Was nicht geklappt hat und warum")];
}

// --- people, help, rules -----------------------------------------------------------------------------------------------------

function colleagues({ answer, here, data }) {
  if (!answer.colleagues.length) return null;
  const rows = answer.colleagues.slice(0, 8).map(({ project, km }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, pageLink("modellprojekte", project.id, project.titel)),
      km !== null && h("td", {}, km < 3 ? "am selben Ort" : `${km} km`),
      h("td", {}, data.groessen.find((g) => g.id === project.groesse)?.name),
      h("td", {}, project.laender.map((federalState) => data.begriffe.laender[federalState]).join(", ")),
      h("td", {}, project.website ? h("a", { href: project.website, rel: "noopener", "aria-label": `Website von ${project.titel}` }, "Website") : "keine bekannt"),
    ),
  );
  const heads = ["Modellprojekt", here?.breite !== undefined && "Entfernung", "Größe", "Land", "Kontakt"].filter(Boolean);
  const table = h("table", {}, h("caption", { className: "ws-nur-vorlesen" }, "Modellprojekte in Ihrer Nähe"), h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, rows));
  const remark = here?.breite !== undefined ? "Entfernung als Luftlinie; auf der Karte sind diese Modellprojekte farbig. Auf den Websites finden Sie, wen Sie fragen können." : "Modellprojekte in Ihrem Land. Mit einem Ort sehen Sie die nächsten.";
  return section("kollegen", "Kolleginnen und Kollegen in der Nähe", h("div", { id: "kommune-karte-platz" }), h("p", {}, remark), table);
}

function helps({ answer, wish, data }) {
  const phase = data.phasen.find((one) => one.nummer === (wish.phase ?? 1));
  const entries = answer.ressourcen.slice(0, 6).map((e) => h("li", {}, pageLink("ressourcen", e.resource.id, e.resource.titel), " ", h("span", { className: "ws-meta" }, `${e.resource.artname}. ${capitalised(e.parts.map((part) => part.text).join("; "))}.`)));
  return section(
    "hilfen",
    phase ? `Hilfen für Ihre Phase: ${phase.titel}` : "Hilfen",
    phase && [h("p", {}, phase.kurz, " ", pageLink("wissen", phase.id, "Diese Phase im Fahrplan")), phase.leitfragen && [h("h3", {}, "Fragen, die jetzt zu klären sind"), h("ul", {}, phase.leitfragen.map((question) => h("li", {}, question)))]],
    h("h3", {}, "Studien und Arbeitshilfen"),
    entries.length ? h("ul", {}, entries) : h("p", {}, "Dazu ist nichts verzeichnet. ", h("a", { href: address("ressourcen/") }, "Alle Studien und Arbeitshilfen")),
  );
}

function calculation() {
  const table = (title, rows) =>
    h("table", {}, h("caption", {}, title), h("thead", {}, h("tr", {}, ["Was zählt", "Punkte", "Wie"].map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, rows.map(([name, value, how]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value < 0 ? `${value}`.replace("-", "−") : `bis ${value}`), h("td", {}, how)))));
  return section(
    "rechnung",
    "So rechnen wir",
    h("p", {}, "Die Reihenfolge ist eine Summe von Punkten, sonst nichts. Bei Gleichstand entscheidet die Kennung. Dieselben Angaben ergeben immer dieselbe Liste. Die Punkte sagen, was zu Ihren Angaben passt, nicht, was gut ist."),
    h("details", {}, h("summary", {}, "Alle Gewichte ansehen"), table("Wie vergleichbar ist ein Modellprojekt?", RULES.municipality), table("Was steht bei den Vorschlägen vorn?", RULES.vorhaben)),
  );
}

// --- parts -------------------------------------------------------------------------------------------------------------------

const section = (id, title, ...content) => h("section", { "aria-labelledby": id }, h("h2", { id }, title), ...content);

/** The sum and its parts. */
function points({ points: total, parts }) {
  return h(
    "details",
    { className: "kommune-punkte" },
    h("summary", {}, `${rounded(total)} Punkte`),
    h("ul", {}, parts.map((part) => h("li", {}, `${part.name}: ${rounded(part.points).replace("-", "−")}`))),
  );
}

/** A list that shows its first entries, and the rest step by step. */
function withMore(entries, row, step, word) {
  const ol = h("ol", { className: "kommune-liste" }, entries.slice(0, step).map(row));
  const button = h("button", { type: "button", className: "kommune-knopf" });
  const label = () => {
    const rest = entries.length - ol.children.length;
    button.hidden = rest <= 0;
    button.textContent = `${Math.min(step, rest)} weitere ${word} zeigen (von ${rest})`;
  };
  button.addEventListener("click", () => {
    const start = ol.children.length;
    ol.append(...entries.slice(start, start + step).map(row));
    label();
    ol.children[start].querySelector("a").focus();
  });
  label();
  return [ol, button];
}
