/**
 * The way to the search: a worker, started when first needed. Without workers, or from a folder, where browsers allow neither them nor
 * fetch, the same scripts run in the page itself.
 */

/** Names the engine, not the data, so that a changed record leaves this script, and with it every page, as it is. */
const ENGINE = "__ENGINE__";
const FOLDER = new URL(".", import.meta.url).href;
/** The start page of the site, wherever it lies. */
export const ROOT = new URL("../../", FOLDER).href;

let connection;

/** @param {"search"|"suggest"|"textsOf"|"facetValues"|"start"} verb */
export async function ask(verb, ...args) {
  connection ??= (location.protocol === "file:" || typeof Worker === "undefined" ? inWindow() : inBackground()).catch((error) => {
    connection = undefined;
    throw error;
  });
  const asking = await connection;
  return verb === "start" ? true : asking(verb, args);
}

async function inBackground() {
  const worker = new Worker(`${FOLDER}motor.js?${ENGINE}`);
  const open = new Map();
  let number = 0;
  const send = (message, transferred = []) =>
    new Promise((resolve, reject) => {
      open.set(++number, { resolve, reject });
      worker.postMessage({ number, ...message }, transferred);
    });
  worker.addEventListener("message", ({ data }) => {
    const { resolve, reject } = open.get(data.number);
    open.delete(data.number);
    if (data.error) reject(new Error(data.error));
    else resolve(data.result);
  });
  const failed = new Promise((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      for (const { reject: refuse } of open.values()) refuse(new Error("motor"));
      reject(new Error("motor"));
    });
  });
  failed.catch(() => {});
  const answer = await fetch(`${FOLDER}daten.js`, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`daten: ${answer.status}`);
  const start = await answer.arrayBuffer();
  await Promise.race([send({ start, folder: FOLDER }, [start]), failed]);
  return (verb, args) => send({ verb, args });
}

async function inWindow() {
  const load = async (name) => {
    await loaded(name);
    return globalThis.wissensspeicherData[`assets/suche/${name}`];
  };
  const [data] = await Promise.all([load("daten"), loaded("motor")]);
  const { Search, perform } = globalThis.wissensspeicherEngine;
  const search = new Search(data, load);
  return (verb, args) => perform(search, { verb, args });
}

function loaded(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${FOLDER}${name}.js`;
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(name)));
    document.head.append(script);
  });
}
