/** The search as a worker. Opened from a folder, where browsers allow no worker, the page calls it directly. */

import { FACTORS } from "./readings.js";
import { WEIGHTS } from "./ranking.js";
import { Search } from "./search.js";

const VERBS = ["search", "suggest", "textsOf", "facetValues"];

function perform(search, { verb, args }) {
  if (!VERBS.includes(verb)) throw new Error(`unknown: ${verb}`);
  return search[verb](...(args ?? []));
}

globalThis.wissensspeicherEngine = { Search, perform, tuning: { FACTORS, WEIGHTS } };

if (typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope) {
  let search;
  const content = (text) => JSON.parse(text.slice(text.indexOf("\n") + 1, text.lastIndexOf("\n;")));
  globalThis.addEventListener("message", async ({ data }) => {
    try {
      if (data.start) {
        const load = async (name) => {
          const answer = await fetch(`${data.folder}${name}.js`, { cache: "no-cache" });
          if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
          return content(await answer.text());
        };
        search = new Search(content(new TextDecoder().decode(data.start)), load);
        globalThis.postMessage({ number: data.number, result: true });
      } else globalThis.postMessage({ number: data.number, result: await perform(search, data) });
    } catch (error) {
      globalThis.postMessage({ number: data.number, error: String(error) });
    }
  });
}
