/** The hits as a list, and the lines that say what a hit is and why it was found. */

import { element, marking, stateOf } from "./elements.js";
import { address } from "./suggestions.js";

const VIA = "Gefunden über: ";
/** As wide as German text usually is. */
const FILLING = "eine Stadt und eine Gemeinde ";

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
    const short = hit.shortLength ? element("p", { class: "ws-treffer__kurz" }, keeping(hit.shortLength)) : null;
    const via = hit.inOtherWords ? element("p", { class: "ws-treffer__ueber" }, keeping(VIA.length)) : null;
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
      if (via.length) row?.via?.replaceChildren(VIA, via.join(", "));
      else row?.via?.remove();
    }
  }

  /** Nothing more comes for these: where nothing is, nothing needs a place. */
  withoutTexts(hits) {
    for (const row of hits.map(({ number }) => this.rows.get(number))) {
      row?.short?.remove();
      row?.via?.remove();
    }
  }
}

/** Letters nobody sees, which take the lines that a text of this length will take. */
function keeping(length) {
  return element("span", { class: "ws-platz", "aria-hidden": "true" }, FILLING.repeat(Math.ceil(length / FILLING.length)).slice(0, length));
}
