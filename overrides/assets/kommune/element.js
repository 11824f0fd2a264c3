// Builds elements; text only ever becomes text.

/** What is nothing (null, false, 0) among the children is left out. @param {string} name @param {Record<string, any>} eigenschaften properties, or attributes where the name has a dash */
export function h(name, eigenschaften = {}, ...kinder) {
  const element = document.createElement(name);
  for (const [schluessel, wert] of Object.entries(eigenschaften)) {
    if (wert === undefined || wert === null || wert === false) continue;
    if (schluessel.includes("-") || schluessel === "role") element.setAttribute(schluessel, wert);
    else element[schluessel] = wert;
  }
  element.append(...kinder.flat(Infinity).filter((kind) => kind || kind === ""));
  return element;
}
