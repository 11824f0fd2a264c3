/** Small helpers to build a page's elements. Text is always text, never HTML. */

/**
 * @param {string} name
 * @param {Record<string, unknown>} [attributes] attributes; functions are listeners, false and undefined are left out
 * @param {...(Node|string|null|undefined)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A text in pieces, every second of which is marked. */
export function marking(pieces) {
  return pieces.map((piece, i) => (i % 2 ? element("mark", {}, piece) : piece)).filter((piece) => piece !== "");
}

const MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

/** 2024-06-30 is 30. Juni 2024, 2024-06 is Juni 2024, 2024 stays 2024. */
function dayOf(date) {
  const [year, month, dayOfMonth] = date.split("-");
  if (!month) return year;
  return `${dayOfMonth ? `${Number(dayOfMonth)}. ` : ""}${MONTHS[Number(month) - 1]} ${year}`;
}

/** Umgesetzt (Angabe von Juni 2024) */
export function stateOf({ status, date }) {
  if (!status) return "";
  return `${status} (${date ? `Angabe ${date.length > 7 ? "vom" : "von"} ${dayOf(date)}` : "ohne Datum"})`;
}

export function hitCount(count) {
  if (!count) return "Keine Treffer";
  return `${count.toLocaleString("de-DE")} Treffer`;
}
