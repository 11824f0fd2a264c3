/* Up to four records side by side: one column each, one row for everything that is worth comparing. */

import { h } from "./element.js";

/**
 * @param {string[]} fields
 * @param {{titel: string, adresse: string, werte: (string|null)[]}[]} entries
 * @param {string} unknown what is said where nobody knows
 */
export function comparison(fields, entries, unknown) {
  const section = h("section", { className: "ws-vergleich" }, h("h2", { id: "vergleich" }, "Vergleich"));
  if (entries.length < 2) {
    section.append(h("p", {}, "Zum Vergleichen wählen Sie in der Liste zwei bis vier Einträge."));
    return section;
  }
  const heads = entries.map((entry) => h("th", { scope: "col" }, h("a", { href: entry.adresse }, entry.titel)));
  const rows = fields.map((field, index) =>
    h("tr", { "data-feld": field }, h("th", { scope: "row" }, field), ...entries.map((entry) => cell(entry.werte[index], unknown))),
  );
  section.append(
    h(
      "div",
      { className: "ws-rollbar", role: "region", tabindex: "0", "aria-label": "Vergleich" },
      h(
        "table",
        { className: "ws-vergleich-tabelle" },
        h("caption", {}, `${entries.length} Einträge nebeneinander`),
        h("thead", {}, h("tr", {}, h("td", {}), ...heads)),
        h("tbody", {}, ...rows),
      ),
    ),
  );
  return section;
}

function cell(value, unknown) {
  return value === null ? h("td", { className: "ws-leise" }, unknown) : h("td", {}, value);
}
