/**
 * The way to the search: a worker, started when first needed. Without workers, or from a folder, where browsers allow neither them nor
 * fetch, the same scripts run in the page itself.
 */

const SKRIPT = document.currentScript.src;
const STAND = "__STAND__";
export const ORDNER = new URL(".", SKRIPT).href;
/** The start page of the site, wherever it lies. */
export const WURZEL = new URL("../../", ORDNER).href;

let verbindung;

/** @param {"suchen"|"vorschlagen"|"texteZu"|"starten"} verb */
export async function frage(verb, ...argumente) {
  verbindung ??= (location.protocol === "file:" || typeof Worker === "undefined" ? imFenster() : imHintergrund()).catch((fehler) => {
    verbindung = undefined;
    throw fehler;
  });
  const fragen = await verbindung;
  return verb === "starten" ? true : fragen(verb, argumente);
}

async function imHintergrund() {
  const motor = new Worker(`${ORDNER}motor.js?${STAND}`);
  const offen = new Map();
  let nummer = 0;
  const senden = (nachricht, mit = []) =>
    new Promise((gut, schlecht) => {
      offen.set(++nummer, { gut, schlecht });
      motor.postMessage({ nr: nummer, ...nachricht }, mit);
    });
  motor.addEventListener("message", ({ data }) => {
    const { gut, schlecht } = offen.get(data.nr);
    offen.delete(data.nr);
    if (data.fehler) schlecht(new Error(data.fehler));
    else gut(data.ergebnis);
  });
  const gescheitert = new Promise((_, schlecht) => {
    motor.addEventListener("error", (ereignis) => {
      ereignis.preventDefault();
      for (const { schlecht: absagen } of offen.values()) absagen(new Error("motor"));
      schlecht(new Error("motor"));
    });
  });
  gescheitert.catch(() => {});
  const antwort = await fetch(`${ORDNER}daten.js?${STAND}`);
  if (!antwort.ok) throw new Error(`daten: ${antwort.status}`);
  const start = await antwort.arrayBuffer();
  await Promise.race([senden({ start, ordner: ORDNER, stand: STAND }, [start]), gescheitert]);
  return (verb, argumente) => senden({ verb, argumente });
}

async function imFenster() {
  const angekommen = new Map();
  globalThis.wissensspeicherDaten = (name, inhalt) => angekommen.set(name, inhalt);
  const laden = async (name) => {
    await geladen(name);
    return angekommen.get(name);
  };
  const [daten] = await Promise.all([laden("daten"), geladen("motor")]);
  const { Suche, auftrag } = globalThis.wissensspeicherMotor;
  const suche = new Suche(daten, laden);
  return (verb, argumente) => auftrag(suche, { verb, argumente });
}

function geladen(name) {
  return new Promise((gut, schlecht) => {
    const skript = document.createElement("script");
    skript.src = `${ORDNER}${name}.js`;
    skript.addEventListener("load", gut);
    skript.addEventListener("error", () => schlecht(new Error(name)));
    document.head.append(skript);
  });
}
