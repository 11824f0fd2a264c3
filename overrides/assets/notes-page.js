/* The page of the Merkliste: the reader's own list, or one that came by a link; to compare, print, download and pass on. */

import { csv, download } from "./csv.js";
import { h } from "./element.js";
import { load } from "./entries.js";
import { forget, lasting, linkTo, note, noted, onChange, valid } from "./note-store.js";
import { pageAt } from "./site.js";
import { comparison } from "./comparison.js";

const MOST = 4;
const UNKNOWN = "nicht bekannt";
const page = document.querySelector("[data-merkliste]");
const status = h("p", { role: "status", className: "ws-merkliste-status" });
const content = h("div", {});
page.replaceChildren(status, content);

const sent = valid(new URLSearchParams(location.search).getAll("eintrag"));
let showsSent = sent.length > 0;
let compared = null; // the ids side by side; null until the reader chooses
let turn = 0;

const counted = (count) => (count === 1 ? "1 Eintrag" : `${count} Einträge`);

async function show(message = "") {
  const mine = ++turn;
  const ids = showsSent ? sent : noted();
  let loaded;
  try {
    loaded = await load(ids);
  } catch {
    status.textContent = "Die Angaben zu den Einträgen ließen sich nicht laden. Bitte prüfen Sie die Verbindung und laden Sie die Seite neu.";
    return;
  }
  if (mine !== turn) return; // a later call is under way
  const { fields, entries, unknown } = loaded;
  compared = (compared ?? entries.slice(0, MOST).map((entry) => entry.id)).filter((id) => entries.some((entry) => entry.id === id));
  content.replaceChildren(
    ...notes(entries, unknown),
    ...(entries.length ? [list(fields, entries), actions(fields, entries), compare(fields, entries)] : [empty()]),
  );
  status.textContent = message || (entries.length ? counted(entries.length) : "");
}

// --- what must be said first -------------------------------------------------------------------------------------------

function* notes(entries, unknown) {
  if (showsSent) {
    yield h(
      "div",
      { className: "ws-hinweis" },
      h("p", {}, `Diese Liste kam mit dem Link (${counted(entries.length)}). Ihre eigene Merkliste ist davon getrennt.`),
      h(
        "p",
        { className: "ws-knoepfe" },
        entries.length && lasting() ? h("button", { type: "button", onclick: () => adopt(entries) }, "In meine Merkliste übernehmen") : null,
        h("button", { type: "button", onclick: () => own() }, `Meine Merkliste zeigen (${noted().length})`),
      ),
    );
  }
  if (!lasting()) {
    yield h(
      "p",
      { className: "ws-hinweis" },
      "Ihr Browser erlaubt dieser Website nicht, etwas zu speichern. Darum bleibt keine Merkliste erhalten. Eine Liste, die als Link kommt, lässt sich hier trotzdem ansehen, vergleichen, drucken und herunterladen.",
    );
  }
  if (unknown.length) {
    yield h(
      "div",
      { className: "ws-hinweis" },
      h("p", {}, `${counted(unknown.length)} gibt es im Wissensspeicher nicht oder nicht mehr: ${unknown.join(", ")}.`),
      showsSent ? null : h("p", {}, h("button", { type: "button", onclick: () => forget(...unknown) }, "Von der Merkliste nehmen")),
    );
  }
}

function adopt(entries) {
  note(...entries.map((entry) => entry.id));
  own(`${counted(entries.length)} übernommen.`);
}

function own(message) {
  showsSent = false;
  compared = null;
  const address = new URL(location.href);
  address.search = "";
  try {
    history.replaceState(null, "", address);
  } catch {
    // opened from a folder
  }
  show(message).then(() => content.querySelector("a, button")?.focus());
}

function empty() {
  const to = (path, text) => h("a", { href: pageAt(path).href }, text);
  return h(
    "p",
    { className: "ws-leer" },
    "Noch ist nichts gemerkt. ",
    to("suche/", "Suchen Sie etwas"),
    " oder lassen Sie sich zeigen, ",
    to("meine-kommune/", "was zu Ihrer Kommune passt"),
    ", und drücken Sie dort „Merken“.",
  );
}

// --- the list -----------------------------------------------------------------------------------------------------------

function list(fields, entries) {
  const value = (entry, name) => entry.werte[fields.indexOf(name)];
  const rows = entries.map((entry) =>
    h(
      "tr",
      { "data-record": entry.id, role: "row" },
      h("th", { scope: "row", role: "rowheader" }, h("a", { href: entry.adresse }, entry.titel), h("span", { className: "ws-kurz" }, value(entry, "Kurz gesagt"))),
      h("td", { role: "cell", "data-spalte": "Ort" }, value(entry, "Ort") ?? UNKNOWN),
      h("td", { role: "cell", "data-spalte": "Stand" }, value(entry, "Stand") ?? UNKNOWN),
      h("td", { role: "cell", className: "ws-bedienung", "data-spalte": "Vergleichen" }, tick(entry, entries)),
      showsSent ? null : h("td", { role: "cell", className: "ws-bedienung" }, remove(entry)),
    ),
  );
  const heads = ["Eintrag", "Ort", "Stand"].map((name) => h("th", { scope: "col", role: "columnheader" }, name));
  heads.push(h("th", { scope: "col", role: "columnheader", className: "ws-bedienung" }, "Vergleichen"));
  if (!showsSent) heads.push(h("th", { scope: "col", role: "columnheader", className: "ws-bedienung" }, "Entfernen"));
  // the roles say again what the elements are, because on a phone the style makes blocks of them
  return h(
    "div",
    { className: "ws-rollbar", role: "region", tabindex: "0", "aria-label": "Gemerkte Einträge" },
    h(
      "table",
      { className: "ws-merkliste-tabelle", role: "table" },
      h("caption", {}, showsSent ? "Geteilte Liste" : "Gemerkte Einträge"),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads)),
      h("tbody", { role: "rowgroup" }, ...rows),
    ),
  );
}

function tick(entry, entries) {
  const box = h("input", { type: "checkbox", "aria-label": `${entry.titel} vergleichen`, value: entry.id });
  box.checked = compared.includes(entry.id);
  box.disabled = !box.checked && compared.length >= MOST;
  box.addEventListener("change", () => {
    compared = entries.map((one) => one.id).filter((id) => (id === entry.id ? box.checked : compared.includes(id)));
    const full = compared.length === MOST && entries.length > MOST ? " Mehr passen nicht nebeneinander." : "";
    show(`${counted(compared.length)} im Vergleich.${full}`).then(() => document.querySelector(`input[value="${entry.id}"]`)?.focus());
  });
  return box;
}

function remove(entry) {
  const button = h("button", { type: "button", "aria-label": `${entry.titel} entfernen` }, "Entfernen");
  button.addEventListener("click", () => {
    const place = [...content.querySelectorAll("tr[data-record]")].findIndex((row) => row.dataset.record === entry.id);
    quiet = true;
    forget(entry.id);
    quiet = false;
    show(`„${entry.titel}“ ist entfernt.`).then(() => {
      const rows = content.querySelectorAll("tr[data-record]");
      (rows[Math.min(place, rows.length - 1)]?.querySelector("button") ?? content.querySelector("a"))?.focus();
    });
  });
  return button;
}

// --- take it along ------------------------------------------------------------------------------------------------------

function actions(fields, entries) {
  const ids = entries.map((entry) => entry.id);
  return h(
    "div",
    { className: "ws-knoepfe ws-bedienung" },
    h("button", { type: "button", onclick: () => print() }, "Drucken"),
    h("a", { className: "ws-knopf", href: paper(ids) }, "Entwurf für den Rat"),
    h("button", { type: "button", onclick: () => download("merkliste.csv", table(fields, entries)) }, "Als Tabelle herunterladen (CSV)"),
    h("button", { type: "button", onclick: () => share(ids) }, "Link kopieren"),
    showsSent ? null : h("button", { type: "button", onclick: () => clear(ids) }, "Alle entfernen"),
    h(
      "label",
      { className: "ws-link" },
      "Link zu dieser Liste",
      h("input", { type: "url", readOnly: true, value: linkTo(ids), onfocus: (event) => event.target.select() }),
    ),
  );
}

/** The draft for a council: what is compared first, the others after it. */
function paper(ids) {
  const address = pageAt("meine-kommune/");
  for (const id of [...compared, ...ids.filter((id) => !compared.includes(id))]) address.searchParams.append("eintrag", id);
  address.searchParams.append("ansicht", "vorlage");
  return address.href.replaceAll("%2F", "/");
}

/** Everything that is compared, and where it stands. */
function table(fields, entries) {
  const rows = entries.map((entry) => [entry.titel, ...entry.werte.map((value) => value ?? UNKNOWN), entry.adresse]);
  return csv([["Titel", ...fields, "Adresse"], ...rows]);
}

async function share(ids) {
  try {
    await navigator.clipboard.writeText(linkTo(ids));
    status.textContent = "Der Link ist kopiert.";
  } catch {
    content.querySelector(".ws-link input").focus();
    status.textContent = "Der Browser erlaubt das Kopieren nicht. Der Link ist markiert; kopieren Sie ihn mit Strg und C.";
  }
}

function clear(ids) {
  if (!confirm(`Alle ${ids.length} Einträge von der Merkliste nehmen?`)) return;
  quiet = true;
  forget(...ids, ...noted());
  quiet = false;
  show("Die Merkliste ist leer.").then(() => content.querySelector("a")?.focus());
}

function compare(fields, entries) {
  return comparison(fields, entries.filter((entry) => compared.includes(entry.id)), UNKNOWN);
}

let quiet = false; // who changed the list shows it, with a message of their own
onChange(() => {
  if (!quiet && !showsSent) show();
});
show();
