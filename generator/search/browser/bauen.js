/** Small helpers to build a page's elements. Text is always text, never HTML. */

/**
 * @param {string} name
 * @param {Record<string, unknown>} [eigenschaften] attributes; functions are listeners, false and undefined are left out
 * @param {...(Node|string|null|undefined)} kinder
 */
export function element(name, eigenschaften = {}, ...kinder) {
  const neu = document.createElement(name);
  for (const [schluessel, wert] of Object.entries(eigenschaften)) {
    if (typeof wert === "function") neu.addEventListener(schluessel, wert);
    else if (wert !== undefined && wert !== false) neu.setAttribute(schluessel, wert === true ? "" : wert);
  }
  neu.append(...kinder.filter((kind) => kind !== null && kind !== undefined));
  return neu;
}

/** A text in pieces, every second of which is marked. */
export function markierung(stuecke) {
  return stuecke.map((stueck, i) => (i % 2 ? element("mark", {}, stueck) : stueck)).filter((stueck) => stueck !== "");
}

const MONATE = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

/** 2024-06-30 is 30. Juni 2024, 2024-06 is Juni 2024, 2024 stays 2024. */
export function tag(datum) {
  const [jahr, monat, tagImMonat] = datum.split("-");
  if (!monat) return jahr;
  return `${tagImMonat ? `${Number(tagImMonat)}. ` : ""}${MONATE[Number(monat) - 1]} ${jahr}`;
}

/** Umgesetzt (Angabe von Juni 2024) */
export function stand({ status, datum }) {
  if (!status) return "";
  return `${status} (${datum ? `Angabe ${datum.length > 7 ? "vom" : "von"} ${tag(datum)}` : "ohne Datum"})`;
}

export function anzahlTreffer(anzahl) {
  if (!anzahl) return "Keine Treffer";
  return `${anzahl.toLocaleString("de-DE")} Treffer`;
}
