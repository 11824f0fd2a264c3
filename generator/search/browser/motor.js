/** The search as a worker. Opened from a folder, where browsers allow no worker, the page calls it directly. */

import { FAKTOREN } from "./deutung.js";
import { GEWICHTE } from "./rang.js";
import { Suche } from "./suche.js";

const VERBEN = ["suchen", "vorschlagen", "texteZu", "facettenwerte"];

function auftrag(suche, { verb, argumente }) {
  if (!VERBEN.includes(verb)) throw new Error(`unbekannt: ${verb}`);
  return suche[verb](...(argumente ?? []));
}

globalThis.wissensspeicherMotor = { Suche, auftrag, stellschrauben: { FAKTOREN, GEWICHTE } };

if (typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope) {
  let suche;
  const inhalt = (text) => JSON.parse(text.slice(text.indexOf("\n") + 1, text.lastIndexOf("\n)")));
  globalThis.addEventListener("message", async ({ data }) => {
    try {
      if (data.start) {
        const laden = async (name) => {
          const antwort = await fetch(`${data.ordner}${name}.js?${data.stand}`);
          if (!antwort.ok) throw new Error(`${name}: ${antwort.status}`);
          return inhalt(await antwort.text());
        };
        suche = new Suche(inhalt(new TextDecoder().decode(data.start)), laden);
        globalThis.postMessage({ nr: data.nr, ergebnis: true });
      } else globalThis.postMessage({ nr: data.nr, ergebnis: await auftrag(suche, data) });
    } catch (fehler) {
      globalThis.postMessage({ nr: data.nr, fehler: String(fehler) });
    }
  });
}
