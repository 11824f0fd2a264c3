/* Elements without HTML in strings, so that no text can become markup. */

/**
 * @param {string} name
 * @param {Record<string, unknown>} attributes properties of the element, or attributes where it has no such property
 * @param {...any} children lists of them too; what is nothing (null, false, 0) is left out
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key in element) element[key] = value;
    else element.setAttribute(key, String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === ""));
  return element;
}
