/* Elements without HTML in strings, so that no text can become markup. */

/**
 * @param {string} name
 * @param {Record<string, unknown>} attributes properties of the element, or attributes where it has no such property
 * @param {...(Node|string|null|undefined)} children
 */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
