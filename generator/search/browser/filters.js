/** The filters: a group of boxes per facet, each with the number of hits it would leave. */

import { FACETS } from "./address.js";
import { element } from "./elements.js";

const OPEN_AT_FIRST = ["art", "handlungsfeld", "status", "groesse"];

export class Filters {
  /** @param {(facet: string, value: string, on: boolean) => void} chosen */
  constructor(chosen) {
    this.chosen = chosen;
    this.element = element("div", { class: "ws-filter" });
  }

  /** @param {Record<string, [string, string][]>} values the values of every facet with their names */
  build(values) {
    this.names = Object.fromEntries(Object.entries(values).map(([facet, pairs]) => [facet, new Map(pairs)]));
    this.boxes = {};
    this.element.hidden = true; // until it is known which values have hits
    this.element.replaceChildren(...Object.keys(FACETS).map((facet) => this.#group(facet, values[facet])));
  }

  #group(facet, pairs) {
    this.boxes[facet] = new Map();
    const rows = pairs.map(([value, name]) => this.#row(facet, value, name));
    return element(
      "details",
      { class: "ws-filter__gruppe", open: OPEN_AT_FIRST.includes(facet), "data-facette": facet },
      element("summary", {}, FACETS[facet]),
      element("fieldset", {}, element("legend", { class: "ws-nur-vorlesen" }, FACETS[facet]), ...rows),
    );
  }

  #row(facet, value, name) {
    const box = element("input", {
      type: "checkbox",
      name: facet,
      value,
      change: ({ target }) => this.chosen(facet, value, target.checked),
    });
    const total = element("span", { class: "ws-filter__zahl" });
    const row = element("label", { class: "ws-filter__zeile" }, box, element("span", { class: "ws-filter__name" }, name), total);
    this.boxes[facet].set(value, { box, total, row });
    return row;
  }

  show(counts, filter) {
    this.element.hidden = false;
    for (const [facet, boxes] of Object.entries(this.boxes)) {
      let visible = 0;
      [...boxes].forEach(([value, { box, total, row }], number) => {
        box.checked = filter[facet]?.includes(value) ?? false;
        total.textContent = counts[facet][number].toLocaleString("de-DE");
        row.hidden = !counts[facet][number] && !box.checked;
        visible += !row.hidden;
      });
      this.element.querySelector(`[data-facette="${facet}"]`).hidden = !visible;
    }
  }

  /** The chosen values the finder knows, with their names. */
  active(filter) {
    return Object.entries(filter).flatMap(([facet, values]) =>
      values.filter((value) => this.names[facet]?.has(value)).map((value) => ({ facet, value, name: this.names[facet].get(value) })),
    );
  }

  /** The same before names are known, about as long. */
  expected(filter) {
    return Object.entries(filter).flatMap(([facet, values]) => values.map((value) => ({ facet, value, name: value })));
  }

  /** What an address asks for and nobody knows. */
  unknown(filter) {
    return Object.entries(filter).flatMap(([facet, values]) => values.filter((value) => !this.names[facet]?.has(value)));
  }
}
