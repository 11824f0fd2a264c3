/** The hits as a list, and the lines that say what a hit is and why it was found. */

import { element, marking, stateOf } from "./elements.js";
import { address } from "./suggestions.js";

export class Hits {
  constructor() {
    this.element = element("ol", { id: "treffer", class: "ws-treffer" });
    this.rows = new Map();
  }

  clear() {
    this.element.replaceChildren();
    this.rows.clear();
  }

  append(hits) {
    this.element.append(...hits.map((hit) => this.#row(hit)));
  }

  #row(hit) {
    const short = hit.textless ? null : element("p", { class: "ws-treffer__kurz" });
    const via = element("p", { class: "ws-treffer__ueber", hidden: true });
    this.rows.set(hit.number, { short, via });
    return element(
      "li",
      { class: "ws-treffer__einer", "data-record": hit.record },
      element("p", { class: "ws-treffer__art" }, [hit.kind.one, hit.place].filter(Boolean).join(" · ")),
      element("h2", { class: "ws-treffer__titel" }, element("a", { href: address(hit.page) }, ...marking(hit.title))),
      short,
      this.#facts(hit),
      via,
    );
  }

  #facts(hit) {
    const parts = [stateOf(hit), hit.fields.join(", ")].filter(Boolean);
    if (!parts.length) return null;
    const warning = hit.outdated ? element("span", { class: "ws-treffer__alt" }, "kann überholt sein") : null;
    const [first, ...others] = parts;
    return element("p", { class: "ws-treffer__fakten" }, first, warning ? " – " : null, warning, ...others.map((part) => ` · ${part}`));
  }

  /** The plain statements come a moment later than the hits. */
  texts(texts) {
    for (const { number, short, via } of texts) {
      const row = this.rows.get(number);
      row?.short?.replaceChildren(...marking(short));
      row?.short?.classList.add("ws-treffer__kurz--da");
      if (row && via.length) {
        row.via.textContent = `Gefunden über: ${via.join(", ")}`;
        row.via.hidden = false;
      }
    }
  }
}
