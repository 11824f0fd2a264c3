// Shows the answer: what is comparable, what comes into question, who is near, what helps, and how it was calculated.

import { h } from "./element.js";
import { vergleichbar as inWorten } from "./gruende.js";
import { kennung } from "./rangfolge.js";
import { REGELN } from "./regeln.js";
import { anzahl, gross, liste, satz, vom, zahl } from "./sprache.js";

const WURZEL = new URL("../", location.href);
const adresse = (pfad) => new URL(pfad, WURZEL).href;
const seite = (art, id, text) => h("a", { href: adresse(`${art}/${id}/`) }, text);
const rund = (punkte) => String(Math.round(punkte));

/** All sections. @param {any} sicht antwort, ich, wunsch, daten, zustand, and what a reader can do: merken(kennung, ja), vorlage (address) */
export function ergebnis(sicht) {
  return [kopf(sicht), vergleichbare(sicht), infrage(sicht), kollegen(sicht), hilfen(sicht), rechnung()];
}

/** Zwönitz, or in words what was chosen by hand. */
export function wer(ich, daten) {
  if (ich?.name) return ich.groesse === "kreis-region" ? `den Kreis oder die Region um ${ich.name}` : ich.name;
  const groesse = daten.groessen.find((g) => g.id === ich?.groesse)?.name;
  return [groesse, daten.begriffe.laender[ich?.land]].filter(Boolean).join(" in ") || "Ihre Kommune";
}

/** Sachsen, 11.547 Menschen, Kleinstadt */
export function steckbrief(ich, daten) {
  const lage = { laendlich: "ländlich gelegen", umland: "im Umland einer Großstadt" }[ich.lage];
  const groesse = daten.groessen.find((g) => g.id === ich.groesse)?.name;
  return [daten.begriffe.laender[ich.land], ich.einwohner && `${zahl(ich.einwohner)} Menschen`, groesse, lage].filter(Boolean).join(", ");
}

function kopf({ antwort, ich, daten, vorlage, kopieren }) {
  return h(
    "section",
    { className: "kommune-kopf" },
    h("h2", { id: "ergebnis", tabIndex: -1 }, `Für ${wer(ich, daten)}`),
    ich?.name && h("p", {}, `${steckbrief(ich, daten)}.`),
    antwort.eigene && h("p", {}, "Ihre Kommune gehört selbst zu einem Modellprojekt: ", seite("modellprojekte", antwort.eigene.id, antwort.eigene.titel), ". In den Listen unten stehen nur die anderen."),
    !ich && h("p", {}, "Nennen Sie noch Ihren Ort oder Größe und Land. Dann zählt auch, wie gut die Kommunen vergleichbar sind."),
    h("p", { className: "kommune-tun" }, h("a", { href: vorlage, className: "kommune-knopf kommune-knopf-voll" }, "Entwurf für den Rat"), h("button", { type: "button", className: "kommune-knopf", onclick: kopieren }, "Adresse dieser Seite kopieren")),
  );
}

// --- comparable projects ---------------------------------------------------------------------------------------------------

function vergleichbare({ antwort, ich, wunsch, daten }) {
  if (!ich) return null;
  const zeile = (v) =>
    h(
      "li",
      {},
      h("h3", {}, seite("modellprojekte", v.projekt.id, v.projekt.titel)),
      h("p", {}, v.teile.length ? satz(inWorten(v.teile)) : "Über die Vergleichbarkeit ist nichts bekannt."),
      h("p", { className: "ws-meta" }, passende(v.projekt, wunsch, daten)),
      punkte(v),
    );
  return abschnitt("vergleichbar", "Vergleichbare Modellprojekte", mitMehr(antwort.vergleichbar, zeile, 5, "Modellprojekte"));
}

function passende(projekt, wunsch, daten) {
  const seine = daten.vorhaben.filter((v) => v.art === "massnahmen" && v.projekte.includes(projekt.id));
  const treffen = seine.filter((v) => v.felder.some((feld) => wunsch.felder.includes(feld)));
  const alle = anzahl(seine.length, "Maßnahme", "Maßnahmen");
  return wunsch.felder.length ? `${alle}, davon ${treffen.length || "keine"} in Ihren Handlungsfeldern` : alle;
}

// --- measures and solutions ------------------------------------------------------------------------------------------------

function infrage({ antwort, wunsch, daten, zustand, merken }) {
  const zeile = (eintrag) => {
    const v = eintrag.vorhaben;
    const id = kennung(v);
    return h(
      "li",
      { "data-record": id },
      h("h3", {}, seite(v.art, v.id, v.titel)),
      h("p", { className: "ws-meta" }, herkunft(v, daten), " ", standmarke(v, daten)),
      h("p", {}, v.kurz),
      h("ul", { className: "kommune-gruende", "aria-label": "Warum das hier steht" }, eintrag.teile.filter((teil) => teil.name !== "Stand" || teil.punkte < 8).map((teil) => h("li", {}, teil.text))),
      h(
        "p",
        { className: "kommune-tun" },
        h("label", { className: "kommune-merken" }, h("input", { type: "checkbox", checked: zustand.eintrag.includes(id), onchange: (e) => merken(id, e.target.checked) }), " in den Entwurf für den Rat", h("span", { className: "ws-nur-vorlesen" }, `: ${v.titel}`)),
        h("button", { type: "button", className: "kommune-knopf", hidden: true, "data-merken": id, "data-titel": v.titel }),
      ),
      punkte(eintrag),
    );
  };
  const hinweise = [!(wunsch.felder.length + wunsch.ziele.length) && "Sie haben noch nicht gewählt, was Sie bewegt. Die Liste zeigt deshalb, was sich in vergleichbaren Kommunen bewährt hat.", weggelassen(antwort.weggelassen)].filter(Boolean);
  const inhalt = antwort.vorhaben.length
    ? [h("p", {}, `${gross(anzahl(antwort.vorhaben.length, "Maßnahme oder Lösung", "Maßnahmen und Lösungen"))}, die am besten passenden zuerst.`), mitMehr(antwort.vorhaben, zeile, 10, "Vorschläge")]
    : [h("p", { className: "ws-hinweis" }, "Dazu passt nichts von dem, was verzeichnet ist. Nehmen Sie eine Bedingung zurück, zum Beispiel „nur mit offenem Quellcode“, oder wählen Sie ein weiteres Handlungsfeld.")];
  return abschnitt("vorschlaege", "Was für Sie in Frage kommt", inhalt, hinweise.length && h("ul", { className: "ws-meta kommune-weggelassen" }, hinweise.map((text) => h("li", {}, text))));
}

function herkunft(v, daten) {
  const namen = (v.projekte ?? []).map((id) => daten.projekte.find((projekt) => projekt.id === id)?.titel).filter(Boolean);
  return [v.art === "loesungen" ? "Lösung" : "Maßnahme", liste(namen)].filter(Boolean).join(" · ");
}

function standmarke(v, daten) {
  if (!v.status) return null;
  const wann = v.datum ? `Angabe ${vom(v.datum)}` : "ohne Datum";
  return [h("span", { className: `ws-stand ws-stand-${v.status}` }, daten.begriffe.status[v.status]), ` (${wann}${v.veraltet ? ", kann überholt sein" : ""})`];
}

const WEGGELASSEN = {
  nichtErprobt: "nicht als umgesetzt oder verstetigt gemeldet",
  nichtOffen: "Quellcode nicht offen",
  offenUnbekannt: "nicht bekannt, ob der Quellcode offen ist",
  eingestellt: "eingestellt",
};

/** What the conditions left out, counted: nothing disappears in silence. */
function weggelassen(zahlen) {
  const gruende = Object.entries(WEGGELASSEN).filter(([name]) => zahlen[name]);
  if (!gruende.length) return null;
  return [`Nicht in der Liste: ${gruende.map(([name, text]) => `${text} (${zahl(zahlen[name])})`).join("; ")}. `, zahlen.eingestellt && h("a", { href: adresse("status/eingestellt/") }, "Was nicht geklappt hat und warum")];
}

// --- people, help, rules -----------------------------------------------------------------------------------------------------

function kollegen({ antwort, ich, daten }) {
  if (!antwort.kollegen.length) return null;
  const zeilen = antwort.kollegen.slice(0, 8).map(({ projekt, km }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, seite("modellprojekte", projekt.id, projekt.titel)),
      km !== null && h("td", {}, km < 3 ? "am selben Ort" : `${km} km`),
      h("td", {}, daten.groessen.find((g) => g.id === projekt.groesse)?.name),
      h("td", {}, projekt.laender.map((land) => daten.begriffe.laender[land]).join(", ")),
      h("td", {}, projekt.website ? h("a", { href: projekt.website, rel: "noopener", "aria-label": `Website von ${projekt.titel}` }, "Website") : "keine bekannt"),
    ),
  );
  const kopfzeile = ["Modellprojekt", ich?.breite !== undefined && "Entfernung", "Größe", "Land", "Kontakt"].filter(Boolean);
  const tabelle = h("table", {}, h("caption", { className: "ws-nur-vorlesen" }, "Modellprojekte in Ihrer Nähe"), h("thead", {}, h("tr", {}, kopfzeile.map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, zeilen));
  const dazu = ich?.breite !== undefined ? "Entfernung als Luftlinie; auf der Karte sind diese Modellprojekte farbig. Auf den Websites finden Sie, wen Sie fragen können." : "Modellprojekte in Ihrem Land. Mit einem Ort sehen Sie die nächsten.";
  return abschnitt("kollegen", "Kolleginnen und Kollegen in der Nähe", h("div", { id: "kommune-karte-platz" }), h("p", {}, dazu), tabelle);
}

function hilfen({ antwort, wunsch, daten }) {
  const phase = daten.phasen.find((eine) => eine.nummer === (wunsch.phase ?? 1));
  const eintraege = antwort.ressourcen.slice(0, 6).map((e) => h("li", {}, seite("ressourcen", e.ressource.id, e.ressource.titel), " ", h("span", { className: "ws-meta" }, `${e.ressource.artname}. ${gross(e.teile.map((teil) => teil.text).join("; "))}.`)));
  return abschnitt(
    "hilfen",
    phase ? `Hilfen für Ihre Phase: ${phase.titel}` : "Hilfen",
    phase && [h("p", {}, phase.kurz, " ", seite("wissen", phase.id, "Diese Phase im Fahrplan")), phase.leitfragen && [h("h3", {}, "Fragen, die jetzt zu klären sind"), h("ul", {}, phase.leitfragen.map((frage) => h("li", {}, frage)))]],
    h("h3", {}, "Studien und Arbeitshilfen"),
    eintraege.length ? h("ul", {}, eintraege) : h("p", {}, "Dazu ist nichts verzeichnet. ", h("a", { href: adresse("ressourcen/") }, "Alle Studien und Arbeitshilfen")),
  );
}

function rechnung() {
  const tabelle = (titel, zeilen) =>
    h("table", {}, h("caption", {}, titel), h("thead", {}, h("tr", {}, ["Was zählt", "Punkte", "Wie"].map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, zeilen.map(([name, wert, wie]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, wert < 0 ? `${wert}`.replace("-", "−") : `bis ${wert}`), h("td", {}, wie)))));
  return abschnitt(
    "rechnung",
    "So rechnen wir",
    h("p", {}, "Die Reihenfolge ist eine Summe von Punkten, sonst nichts. Bei Gleichstand entscheidet die Kennung. Dieselben Angaben ergeben immer dieselbe Liste. Die Punkte sagen, was zu Ihren Angaben passt, nicht, was gut ist."),
    h("details", {}, h("summary", {}, "Alle Gewichte ansehen"), tabelle("Wie vergleichbar ist ein Modellprojekt?", REGELN.kommune), tabelle("Was steht bei den Vorschlägen vorn?", REGELN.vorhaben)),
  );
}

// --- parts -------------------------------------------------------------------------------------------------------------------

const abschnitt = (id, titel, ...inhalt) => h("section", { "aria-labelledby": id }, h("h2", { id }, titel), ...inhalt);

/** The sum and its parts. */
function punkte({ punkte: summe, teile }) {
  return h(
    "details",
    { className: "kommune-punkte" },
    h("summary", {}, `${rund(summe)} Punkte`),
    h("ul", {}, teile.map((teil) => h("li", {}, `${teil.name}: ${rund(teil.punkte).replace("-", "−")}`))),
  );
}

/** A list that shows its first entries, and the rest step by step. */
function mitMehr(eintraege, zeile, schritt, wort) {
  const ol = h("ol", { className: "kommune-liste" }, eintraege.slice(0, schritt).map(zeile));
  const knopf = h("button", { type: "button", className: "kommune-knopf" });
  const beschriften = () => {
    const rest = eintraege.length - ol.children.length;
    knopf.hidden = rest <= 0;
    knopf.textContent = `${Math.min(schritt, rest)} weitere ${wort} zeigen (von ${rest})`;
  };
  knopf.addEventListener("click", () => {
    const ab = ol.children.length;
    ol.append(...eintraege.slice(ab, ab + schritt).map(zeile));
    beschriften();
    ol.children[ab].querySelector("a").focus();
  });
  beschriften();
  return [ol, knopf];
}
