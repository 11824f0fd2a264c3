/* The page: reads its address, fills the form, asks the pure functions, shows the answer. Every change becomes an
   address; whoever gets it sees the same. Nothing is sent anywhere. */

import { combobox } from "./combobox.js";
import { h } from "../element.js";
import { dataOf } from "../site.js";
import { result, who } from "./result.js";
import { asAddress, municipality, extra } from "./municipality.js";
import { findPlaces, places, lookUp } from "./places.js";
import { idOf, ranking } from "./ranking.js";
import { count } from "./wording.js";
import { asHtml, asText, draft } from "./draft.js";
import { read, write } from "./state.js";

const LET_CLICK_PASS = 250; // ms; what the answer pushes down must not slip away under a click
const UNASKED = 3; // options in a paper nobody has chosen records for
const form = /** @type {HTMLFormElement} */ (document.getElementById("kommune"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("kommune-ort"));
const message = document.getElementById("kommune-ort-meldung");
const outlet = document.getElementById("kommune-ergebnis");
const status = document.getElementById("kommune-status");
const map = document.getElementById("kommune-karte");
const onward = /** @type {HTMLButtonElement} */ (document.getElementById("kommune-weiter"));

const valuesOf = (name) => [...form.querySelectorAll(`select[name="${name}"] option, input[name="${name}"]`)].map((e) => e.value).filter(Boolean);
const allowed = Object.fromEntries(["groesse", "land", "budget", "phase", "feld", "ziel"].map((name) => [name, valuesOf(name)]));

let data;
let state;
let run = 0;

// --- address and form --------------------------------------------------------------------------------------------------------

function fillForm(here) {
  field.value = state.ort;
  for (const name of ["budget", "phase"]) form.elements[name].value = state[name];
  form.elements.groesse.value = state.groesse || here?.groesse || "";
  form.elements.land.value = state.land || here?.land || "";
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    box.checked = [state[box.name]].flat().includes(box.value);
  }
  for (const group of form.querySelectorAll("details")) if (group.querySelector(":checked")) group.open = true;
}

/** A new state is a new address; Back leads to the old one. */
function go(change) {
  state = { ...state, ...change, unbekannt: [] };
  history.pushState(null, "", write(state));
  return show();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target }) => {
  if (target === field) return void setTimeout(settle, LET_CLICK_PASS);
  const { name } = target;
  if (name === "feld" || name === "ziel") {
    go({ [name]: [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value).sort() });
  } else if (name === "land") {
    go({ land: target.value, ort: "", lage: null }); // a place lies in one state: choosing another lets go of it
  } else {
    go({ [name]: target.type === "checkbox" && !target.checked ? "" : target.value });
  }
});
addEventListener("popstate", () => {
  state = read(location.search, allowed);
  show();
});

// --- the place ---------------------------------------------------------------------------------------------------------------

async function suggestions(text) {
  let all;
  try {
    all = await places();
  } catch {
    say("Das Verzeichnis der Orte ließ sich nicht laden. Wählen Sie Größe und Land von Hand, das genügt.");
    return [];
  }
  const { hits, more, district, roughly } = lookUp(all, text);
  const offered = hits.map((place) => ({ titel: place.name, extra: extra(all, place, data), value: { ort: place } }));
  if (district) {
    say("Kreise, Ämter und Regionen stehen nicht im Verzeichnis. Sie können als Größe „Landkreise und Regionen“ wählen, mit dem Sitz als Ort.");
    const withSeat = hits.slice(0, 5).map((place) => ({ titel: `Kreis oder Region mit Sitz in ${place.name}`, extra: extra(all, place, data), value: { ort: place, district: true } }));
    return [...withSeat, { titel: "Kreis oder Region ohne Ort", extra: "danach das Land wählen", value: { district: true } }, ...offered.slice(0, 5)];
  }
  if (!offered.length) say(text.trim().length < 4 ? "Bitte noch einen Buchstaben." : `Zu „${text.trim()}“ steht nichts im Verzeichnis. Wählen Sie Größe und Land von Hand, das genügt.`);
  else say(`${roughly ? "Genau so heißt kein Ort. Ähnlich: " : ""}${count(hits.length + more, "Ort", "Orte")}${more ? `, die ersten ${hits.length} stehen in der Liste` : ""}. Wählen Sie einen aus.`);
  return offered;
}

function say(text, ...more) {
  message.replaceChildren(text, ...more);
}

/** Whoever writes a place out and goes on means it, without choosing it from the list. */
async function settle() {
  const text = field.value.trim();
  if (!text || text === state.ort || document.activeElement === field) return;
  const exact = await places().then((all) => findPlaces(all, { ort: text }), () => []);
  if (exact.length && text === field.value.trim()) await go({ ort: text, lage: null, land: "", groesse: "" });
}

async function takePlace({ ort: place, district }) {
  if (!place) {
    await go({ ort: "", lage: null, groesse: "kreis-region" });
    say("Als Größe ist „Landkreise und Regionen“ gewählt. Wählen Sie noch das Land. Entfernungen gibt es, wenn Sie den Sitz als Ort eingeben.");
    form.elements.land.focus();
    return;
  }
  await go({ ...(await asAddress(place, data)), groesse: district ? "kreis-region" : "" });
}

combobox({ field, list: document.getElementById("kommune-orte"), search: suggestions, chosen: takePlace, empty: () => state.ort && go({ ort: "", lage: null, land: "", groesse: "" }), say });

onward.addEventListener("click", () => {
  const heading = document.getElementById("ergebnis");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
});

const askWhich = (meant, all) =>
  h("ul", { className: "kommune-nachfrage" }, meant.map((place) => h("li", {}, h("button", { type: "button", className: "kommune-knopf", onclick: () => takePlace({ ort: place }).then(() => field.focus()) }, `${place.name} (${extra(all, place, data)})`))));

// --- the answer --------------------------------------------------------------------------------------------------------------

async function show() {
  run += 1;
  const turn = run;
  delete document.documentElement.dataset.bereit;
  const { here, message: words, question, all } = await municipality(state, data);
  if (turn !== run) return;
  fillForm(here);
  const wrong = state.unbekannt.length ? `Der Link enthielt Angaben, die es hier nicht gibt (${state.unbekannt.join(", ")}). Sie wurden nicht beachtet. ` : "";
  say(wrong + (words ?? ""), ...(question?.length ? [askWhich(question, all)] : []));
  const wish = {
    felder: state.feld,
    ziele: state.ziel,
    budget: state.budget,
    personal: Boolean(state.personal),
    offen: Boolean(state.offen),
    erprobt: Boolean(state.erprobt),
    phase: state.phase ? Number(state.phase) : undefined,
  };
  await (state.ansicht ? showDraft(here, wish, wrong) : showResult(here, wish));
  if (turn === run) document.documentElement.dataset.bereit = "";
}

/** Without a municipality and without a wish there is nothing to rank. */
const empty = (here) => !(here || state.feld.length || state.ziel.length);

function showResult(here, wish) {
  form.hidden = false;
  document.body.classList.remove("kommune-nur-vorlage");
  map.hidden = true;
  form.after(map);
  onward.hidden = empty(here);
  if (empty(here)) {
    outlet.replaceChildren(beginning());
    status.textContent = "";
    return;
  }
  const answer = ranking(here ?? {}, wish, data);
  const view = { answer, here, wish, data, state, note, copyAddress, draft: write({ ...state, ansicht: "vorlage" }) };
  outlet.replaceChildren(...result(view).filter(Boolean));
  showMap(answer.colleagues.slice(0, 8).map(({ project }) => project.id));
  status.textContent = `Ergebnis für ${who(here, data)}: ${count(answer.vorhaben.length, "Vorschlag", "Vorschläge")}.`;
  announceNew();
}

/** Nothing is asked yet; records may be chosen already, on the Merkliste. */
function beginning() {
  if (!state.eintrag.length) return h("p", { className: "ws-meta" }, "Das Ergebnis erscheint hier, sobald Sie einen Ort, eine Größe oder ein Handlungsfeld gewählt haben.");
  const back = h("a", { href: write({ ...state, ansicht: "vorlage" }) }, "Entwurf für den Rat");
  return h("p", {}, `Für den Entwurf ${state.eintrag.length === 1 ? "ist ein Eintrag" : `sind ${state.eintrag.length} Einträge`} gewählt. Nennen Sie oben Ihren Ort, oder gehen Sie zurück zum `, back, ".");
}

/** Scripts that dress up what a page shows get to see what is new; that of wide tables looks again when the window changes. */
function announceNew() {
  document.dispatchEvent(new CustomEvent("ws:inhalt", { detail: outlet }));
  dispatchEvent(new Event("resize"));
}
outlet.addEventListener("toggle", () => dispatchEvent(new Event("resize")), true);

/** Links to another view of this page change the address without asking the server for it. */
outlet.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { pathname, search, hash } = new URL(link.href);
  if (pathname !== location.pathname || hash) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  state = read(search, allowed);
  show().then(() => {
    scrollTo(0, 0);
    (document.getElementById("vorlage") ?? document.getElementById("ergebnis"))?.focus();
  });
});

/** The map drawn at build time, where there is one: the nearest projects stand out. */
function showMap(ids) {
  const spot = document.getElementById("kommune-karte-platz");
  if (!spot || !map.firstElementChild) return;
  for (const point of map.querySelectorAll("[data-eintrag]")) point.classList.toggle("kommune-nah", ids.includes(point.dataset.eintrag));
  map.hidden = false;
  spot.append(map);
}

/** Ticking a record keeps the list as it stands; only the address and the link to the paper change. */
function note(id, yes) {
  state = { ...state, eintrag: yes ? [...state.eintrag, id] : state.eintrag.filter((other) => other !== id) };
  history.replaceState(null, "", write(state));
  outlet.querySelector("a.kommune-knopf-voll").href = write({ ...state, ansicht: "vorlage" });
  status.textContent = yes ? "Steht jetzt im Entwurf für den Rat." : "Steht nicht mehr im Entwurf.";
}

async function showDraft(here, wish, wrong) {
  const chosen = state.eintrag.length ? state.eintrag : ranking(here ?? {}, wish, data).vorhaben.slice(0, UNASKED).map((e) => idOf(e.vorhaben));
  const back = h("a", { href: write({ ...state, ansicht: "" }) }, "Zurück zur Auswahl");
  form.hidden = true;
  document.body.classList.add("kommune-nur-vorlage");
  try {
    const paper = await draft(chosen, { here, wish, data });
    const button = (text, action) => h("button", { type: "button", className: "kommune-knopf", onclick: action }, text);
    const copyText = () => toClipboard(asText(paper), "Der Entwurf ist kopiert.");
    const parts = [
      h("p", { className: "kommune-tun ws-nicht-druck" }, back, button("Drucken", () => print()), button("Als Text kopieren", copyText)),
      wrong && h("p", { className: "ws-hinweis ws-nicht-druck" }, wrong),
      !here && h("p", { className: "ws-hinweis ws-nicht-druck" }, "Der Entwurf weiß noch nicht, für welche Kommune er ist. ", h("a", { href: write({ ...state, ansicht: "" }) }, "Nennen Sie Ihren Ort"), ", dann sagt er auch, wie vergleichbar die anderen sind."),
      !state.eintrag.length && h("p", { className: "ws-meta ws-nicht-druck" }, `Sie haben nichts ausgewählt. Der Entwurf nimmt die ersten ${chosen.length} Vorschläge.`),
      asHtml(paper),
    ];
    outlet.replaceChildren(...parts.filter(Boolean));
    status.textContent = "Entwurf für den Rat";
  } catch {
    outlet.replaceChildren(h("p", { className: "ws-hinweis" }, "Die Angaben für den Entwurf ließen sich nicht laden. Bitte prüfen Sie die Verbindung und laden Sie die Seite neu."), h("p", {}, back));
  }
}

const copyAddress = () => toClipboard(location.href, "Die Adresse ist kopiert. Wer sie öffnet, sieht dasselbe.");

async function toClipboard(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = said;
    hint(said);
  } catch {
    const box = h("textarea", { className: "kommune-text", value: text, rows: 12, readOnly: true, "aria-label": "Text zum Kopieren" });
    outlet.prepend(h("p", {}, "Ihr Browser erlaubt das Kopieren hier nicht von selbst. Der Text ist markiert, kopieren Sie ihn mit Strg und C."), box);
    box.focus();
    box.select();
  }
}

function hint(text) {
  document.querySelector(".kommune-gesagt")?.remove();
  outlet.querySelector(".kommune-tun")?.after(h("p", { className: "kommune-gesagt ws-meta ws-nicht-druck" }, text));
}

// --- start -------------------------------------------------------------------------------------------------------------------

async function begin() {
  data = await dataOf("meine-kommune/daten");
  state = read(location.search, allowed);
  form.hidden = false;
  document.getElementById("kommune-ohne-skript").hidden = true;
  await show();
}

begin().catch((error) => console.error(error)); // what stands on the page without scripts stays and leads on
