/* The page: reads its address, fills the form, asks the pure functions, shows the answer. Every change becomes an
   address; whoever gets it sees the same. Nothing is sent anywhere. */

import { auswahl } from "./auswahl.js";
import { h } from "./element.js";
import { ergebnis, wer } from "./ergebnis.js";
import { alsAdresse, kommune, zusatz } from "./kommune.js";
import { orte, suche } from "./orte.js";
import { kennung, rangfolge } from "./rangfolge.js";
import { anzahl } from "./sprache.js";
import { alsHtml, alsText, vorlage } from "./vorlage.js";
import { lesen, schreiben } from "./zustand.js";

const VON_SELBST = 3; // options in a paper nobody has chosen records for
const formular = /** @type {HTMLFormElement} */ (document.getElementById("kommune"));
const feld = /** @type {HTMLInputElement} */ (document.getElementById("kommune-ort"));
const meldung = document.getElementById("kommune-ort-meldung");
const ziel = document.getElementById("kommune-ergebnis");
const status = document.getElementById("kommune-status");
const karte = document.getElementById("kommune-karte");

const werteVon = (name) => [...formular.querySelectorAll(`select[name="${name}"] option, input[name="${name}"]`)].map((e) => e.value).filter(Boolean);
const erlaubt = Object.fromEntries(["groesse", "land", "budget", "phase", "feld", "ziel"].map((name) => [name, werteVon(name)]));

let daten;
let zustand;
let lauf = 0;

// --- address and form --------------------------------------------------------------------------------------------------------

function insFormular(ich) {
  feld.value = zustand.ort;
  for (const name of ["budget", "phase"]) formular.elements[name].value = zustand[name];
  formular.elements.groesse.value = zustand.groesse || ich?.groesse || "";
  formular.elements.land.value = zustand.land || ich?.land || "";
  for (const kasten of formular.querySelectorAll("input[type=checkbox]")) {
    kasten.checked = [zustand[kasten.name]].flat().includes(kasten.value);
  }
  for (const gruppe of formular.querySelectorAll("details")) if (gruppe.querySelector(":checked")) gruppe.open = true;
}

/** A new state is a new address; Back leads to the old one. */
function gehe(aenderung) {
  zustand = { ...zustand, ...aenderung, unbekannt: [] };
  history.pushState(null, "", schreiben(zustand));
  return zeigen();
}

formular.addEventListener("submit", (ereignis) => ereignis.preventDefault());
formular.addEventListener("change", ({ target }) => {
  if (target === feld) return;
  const { name } = target;
  if (name === "feld" || name === "ziel") {
    gehe({ [name]: [...formular.querySelectorAll(`input[name="${name}"]:checked`)].map((kasten) => kasten.value).sort() });
  } else if (name === "land") {
    gehe({ land: target.value, ort: "", lage: null }); // a place lies in one state: choosing another lets go of it
  } else {
    gehe({ [name]: target.type === "checkbox" && !target.checked ? "" : target.value });
  }
});
addEventListener("popstate", () => {
  zustand = lesen(location.search, erlaubt);
  zeigen();
});

// --- the place ---------------------------------------------------------------------------------------------------------------

async function vorschlaege(text) {
  let alle;
  try {
    alle = await orte();
  } catch {
    sagen("Das Verzeichnis der Orte ließ sich nicht laden. Wählen Sie Größe und Land von Hand, das genügt.");
    return [];
  }
  const { treffer, mehr, kreis, ungefaehr } = suche(alle, text);
  const angebot = treffer.map((ort) => ({ titel: ort.name, zusatz: zusatz(alle, ort, daten), wert: { ort } }));
  if (kreis) {
    sagen("Kreise, Ämter und Regionen stehen nicht im Verzeichnis. Sie können als Größe „Landkreise und Regionen“ wählen, mit dem Sitz als Ort.");
    const mitSitz = treffer.slice(0, 5).map((ort) => ({ titel: `Kreis oder Region mit Sitz in ${ort.name}`, zusatz: zusatz(alle, ort, daten), wert: { ort, kreis: true } }));
    return [...mitSitz, { titel: "Kreis oder Region ohne Ort", zusatz: "danach das Land wählen", wert: { kreis: true } }, ...angebot.slice(0, 5)];
  }
  if (!angebot.length) sagen(text.trim().length < 4 ? "Bitte noch einen Buchstaben." : `Zu „${text.trim()}“ steht nichts im Verzeichnis. Wählen Sie Größe und Land von Hand, das genügt.`);
  else sagen(`${ungefaehr ? "Genau so heißt kein Ort. Ähnlich: " : ""}${anzahl(treffer.length + mehr, "Ort", "Orte")}${mehr ? `, die ersten ${treffer.length} stehen in der Liste` : ""}. Mit den Pfeiltasten auswählen.`);
  return angebot;
}

function sagen(text, ...mehr) {
  meldung.replaceChildren(text, ...mehr);
}

async function nehmeOrt({ ort, kreis }) {
  if (!ort) {
    await gehe({ ort: "", lage: null, groesse: "kreis-region" });
    sagen("Als Größe ist „Landkreise und Regionen“ gewählt. Wählen Sie noch das Land. Entfernungen gibt es, wenn Sie den Sitz als Ort eingeben.");
    formular.elements.land.focus();
    return;
  }
  await gehe({ ...(await alsAdresse(ort, daten)), groesse: kreis ? "kreis-region" : "" });
}

auswahl({ feld, liste: document.getElementById("kommune-orte"), suche: vorschlaege, gewaehlt: nehmeOrt, leer: () => zustand.ort && gehe({ ort: "", lage: null, land: "", groesse: "" }), sagen });

const nachfrage = (gemeint, alle) =>
  h("ul", { className: "kommune-nachfrage" }, gemeint.map((ort) => h("li", {}, h("button", { type: "button", className: "kommune-knopf", onclick: () => nehmeOrt({ ort }) }, `${ort.name} (${zusatz(alle, ort, daten)})`))));

// --- the answer --------------------------------------------------------------------------------------------------------------

async function zeigen() {
  lauf += 1;
  const dieser = lauf;
  delete document.documentElement.dataset.bereit;
  const { ich, meldung: worte, frage, alle } = await kommune(zustand, daten);
  if (dieser !== lauf) return;
  insFormular(ich);
  const falsch = zustand.unbekannt.length ? `Der Link enthielt Angaben, die es hier nicht gibt (${zustand.unbekannt.join(", ")}). Sie wurden nicht beachtet. ` : "";
  sagen(falsch + (worte ?? ""), ...(frage?.length ? [nachfrage(frage, alle)] : []));
  const wunsch = {
    felder: zustand.feld,
    ziele: zustand.ziel,
    budget: zustand.budget,
    personal: Boolean(zustand.personal),
    offen: Boolean(zustand.offen),
    erprobt: Boolean(zustand.erprobt),
    phase: zustand.phase ? Number(zustand.phase) : undefined,
  };
  await (zustand.ansicht ? zeigeVorlage(ich, wunsch, falsch) : zeigeErgebnis(ich, wunsch));
  if (dieser === lauf) document.documentElement.dataset.bereit = "";
}

/** Without a municipality and without a wish there is nothing to rank. */
const leer = (ich) => !(ich || zustand.feld.length || zustand.ziel.length);

function zeigeErgebnis(ich, wunsch) {
  formular.hidden = false;
  document.body.classList.remove("kommune-nur-vorlage");
  karte.hidden = true;
  formular.after(karte);
  if (leer(ich)) {
    ziel.replaceChildren(anfang());
    status.textContent = "";
    return;
  }
  const antwort = rangfolge(ich ?? {}, wunsch, daten);
  const sicht = { antwort, ich, wunsch, daten, zustand, merken, kopieren, vorlage: schreiben({ ...zustand, ansicht: "vorlage" }) };
  ziel.replaceChildren(...ergebnis(sicht).filter(Boolean));
  zeigeKarte(antwort.kollegen.slice(0, 8).map(({ projekt }) => projekt.id));
  status.textContent = `Ergebnis für ${wer(ich, daten)}: ${anzahl(antwort.vorhaben.length, "Vorschlag", "Vorschläge")}.`;
  neuesAufDerSeite();
}

/** Nothing is asked yet; records may be chosen already, on the Merkliste. */
function anfang() {
  if (!zustand.eintrag.length) return h("p", { className: "ws-meta" }, "Das Ergebnis erscheint hier, sobald Sie einen Ort, eine Größe oder ein Handlungsfeld gewählt haben.");
  const zurueck = h("a", { href: schreiben({ ...zustand, ansicht: "vorlage" }) }, "Entwurf für den Rat");
  return h("p", {}, `Für den Entwurf ${zustand.eintrag.length === 1 ? "ist ein Eintrag" : `sind ${zustand.eintrag.length} Einträge`} gewählt. Nennen Sie oben Ihren Ort, oder gehen Sie zurück zum `, zurueck, ".");
}

/** Scripts that dress up what a page shows get to see what is new; that of wide tables looks again when the window changes. */
function neuesAufDerSeite() {
  document.dispatchEvent(new CustomEvent("ws:inhalt", { detail: ziel }));
  dispatchEvent(new Event("resize"));
}
ziel.addEventListener("toggle", () => dispatchEvent(new Event("resize")), true);

/** Links to another view of this page change the address without asking the server for it. */
ziel.addEventListener("click", (ereignis) => {
  const link = ereignis.target.closest("a");
  if (!link || ereignis.ctrlKey || ereignis.metaKey || ereignis.shiftKey) return;
  const { pathname, search, hash } = new URL(link.href);
  if (pathname !== location.pathname || hash) return;
  ereignis.preventDefault();
  history.pushState(null, "", link.href);
  zustand = lesen(search, erlaubt);
  zeigen().then(() => {
    scrollTo(0, 0);
    (document.getElementById("vorlage") ?? document.getElementById("ergebnis"))?.focus();
  });
});

/** The map drawn at build time, where there is one: the nearest projects stand out. */
function zeigeKarte(ids) {
  const platz = document.getElementById("kommune-karte-platz");
  if (!platz || !karte.firstElementChild) return;
  for (const punkt of karte.querySelectorAll("[data-eintrag]")) punkt.classList.toggle("kommune-nah", ids.includes(punkt.dataset.eintrag));
  karte.hidden = false;
  platz.append(karte);
}

/** Ticking a record keeps the list as it stands; only the address and the link to the paper change. */
function merken(id, ja) {
  zustand = { ...zustand, eintrag: ja ? [...zustand.eintrag, id] : zustand.eintrag.filter((andere) => andere !== id) };
  history.replaceState(null, "", schreiben(zustand));
  ziel.querySelector("a.kommune-knopf-voll").href = schreiben({ ...zustand, ansicht: "vorlage" });
  status.textContent = ja ? "Steht jetzt im Entwurf für den Rat." : "Steht nicht mehr im Entwurf.";
}

async function zeigeVorlage(ich, wunsch, falsch) {
  const gewaehlt = zustand.eintrag.length ? zustand.eintrag : rangfolge(ich ?? {}, wunsch, daten).vorhaben.slice(0, VON_SELBST).map((e) => kennung(e.vorhaben));
  const zurueck = h("a", { href: schreiben({ ...zustand, ansicht: "" }) }, "Zurück zur Auswahl");
  formular.hidden = true;
  document.body.classList.add("kommune-nur-vorlage");
  try {
    const papier = await vorlage(gewaehlt, { ich, wunsch, daten });
    const knopf = (text, tun) => h("button", { type: "button", className: "kommune-knopf", onclick: tun }, text);
    const kopie = () => inZwischenablage(alsText(papier), "Der Entwurf ist kopiert.");
    const teile = [
      h("p", { className: "kommune-tun ws-nicht-druck" }, zurueck, knopf("Drucken", () => print()), knopf("Als Text kopieren", kopie)),
      falsch && h("p", { className: "ws-hinweis ws-nicht-druck" }, falsch),
      !ich && h("p", { className: "ws-hinweis ws-nicht-druck" }, "Der Entwurf weiß noch nicht, für welche Kommune er ist. ", h("a", { href: schreiben({ ...zustand, ansicht: "" }) }, "Nennen Sie Ihren Ort"), ", dann sagt er auch, wie vergleichbar die anderen sind."),
      !zustand.eintrag.length && h("p", { className: "ws-meta ws-nicht-druck" }, `Sie haben nichts ausgewählt. Der Entwurf nimmt die ersten ${gewaehlt.length} Vorschläge.`),
      alsHtml(papier),
    ];
    ziel.replaceChildren(...teile.filter(Boolean));
    status.textContent = "Entwurf für den Rat";
  } catch {
    ziel.replaceChildren(h("p", { className: "ws-hinweis" }, "Die Angaben für den Entwurf ließen sich nicht laden. Bitte prüfen Sie die Verbindung und laden Sie die Seite neu."), h("p", {}, zurueck));
  }
}

const kopieren = () => inZwischenablage(location.href, "Die Adresse ist kopiert. Wer sie öffnet, sieht dasselbe.");

async function inZwischenablage(text, gesagt) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = gesagt;
    hinweis(gesagt);
  } catch {
    const kasten = h("textarea", { className: "kommune-text", value: text, rows: 12, readOnly: true, "aria-label": "Text zum Kopieren" });
    ziel.prepend(h("p", {}, "Ihr Browser erlaubt das Kopieren hier nicht von selbst. Der Text ist markiert, kopieren Sie ihn mit Strg und C."), kasten);
    kasten.focus();
    kasten.select();
  }
}

function hinweis(text) {
  document.querySelector(".kommune-gesagt")?.remove();
  ziel.querySelector(".kommune-tun")?.after(h("p", { className: "kommune-gesagt ws-meta ws-nicht-druck" }, text));
}

// --- start -------------------------------------------------------------------------------------------------------------------

try {
  const antwort = await fetch(new URL("daten.json", location.href));
  if (!antwort.ok) throw new Error(String(antwort.status));
  daten = await antwort.json();
  zustand = lesen(location.search, erlaubt);
  formular.hidden = false;
  document.getElementById("kommune-ohne-skript").hidden = true;
  await zeigen();
} catch (fehler) {
  console.error(fehler); // what stands on the page without scripts stays and leads on
}
