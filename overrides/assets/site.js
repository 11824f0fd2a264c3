/* The site as its scripts see it: where it lies, what the addresses of its pages are, and how to load more of it.
   All of this holds in a folder too, where browsers fetch nothing and no server leads from a folder to its index.html. */

/** The start page, wherever it is published. */
export const ROOT = new URL("../", import.meta.url);

/** The whole address of a page. @param {string} address such as wissen/#phase-1 @param {string | URL} base @returns {URL} */
export function pageAt(address, base = ROOT) {
  const whole = new URL(address, base);
  if (whole.protocol === "file:" && whole.pathname.endsWith("/")) whole.pathname += "index.html";
  return whole;
}

const running = new Map();

/** Runs a script, once; what failed may be tried again. @param {string | URL} address @returns {Promise<void>} */
export function run(address) {
  const { href } = new URL(address);
  if (!running.has(href)) {
    const script = Object.assign(document.createElement("script"), { src: href });
    const arrival = new Promise((resolve, reject) => {
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(href)));
    });
    running.set(href, arrival);
    arrival.catch(() => running.delete(href)).finally(() => script.remove());
    document.head.append(script);
  }
  return running.get(href);
}

/** Data that the site brings along, by their name, such as merkliste/daten. @param {string} name @returns {Promise<any>} */
export async function dataOf(name) {
  await run(new URL(`${name}.js`, ROOT));
  return globalThis.wissensspeicherData[name];
}
