// Builds elements; text only ever becomes text.

/** What is nothing (null, false, 0) among the children is left out. @param {string} name @param {Record<string, any>} properties properties, or attributes where the name has a dash */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.includes("-") || key === "role") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === ""));
  return element;
}
