/** The field in the header of every page: suggestions while typing. Without them it is a form that leads to the finder. */

import { ask, ROOT } from "./connection.js";
import { element, hitCount, marking } from "./elements.js";

export class Suggestions {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input");
    this.list = element("div", { class: "ws-vorschlaege", id: "ws-vorschlaege", role: "listbox", "aria-label": "Vorschläge", hidden: true });
    this.announcement = element("p", { class: "ws-nur-vorlesen", role: "status" });
    this.turn = 0;
    this.chosen = -1;
    form.append(this.list, this.announcement);
    const role = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(role)) this.field.setAttribute(name, value);
    this.field.addEventListener("focus", () => ask("start").catch(() => {}));
    this.field.addEventListener("input", () => this.#type());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || this.#close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  async #type() {
    const turn = ++this.turn;
    const q = this.field.value;
    if (q.trim().length < 2) return this.#close();
    try {
      const answer = await ask("suggest", q);
      if (turn === this.turn && document.activeElement === this.field) this.#show(answer);
    } catch {
      this.#close();
    }
  }

  #show({ hits, total }) {
    this.options = [];
    const groups = [...grouped(hits)].map(([kind, here]) => this.#group(kind, here));
    this.list.replaceChildren(...groups);
    this.#choose(-1);
    this.list.hidden = !hits.length;
    this.field.setAttribute("aria-expanded", String(hits.length > 0));
    this.announcement.textContent = hits.length
      ? `${hits.length} Vorschläge von ${hitCount(total)}. Mit den Pfeiltasten wählen, Eingabetaste zeigt alle.`
      : "Keine Vorschläge.";
  }

  #group(kind, hits) {
    const name = `ws-vorschlaege-${kind.id}`;
    return element(
      "div",
      { role: "group", "aria-labelledby": name },
      element("div", { class: "ws-vorschlaege__art", id: name, role: "presentation" }, kind.name),
      ...hits.map((hit) => this.#option(hit)),
    );
  }

  #option({ title, place, page }) {
    const number = this.options.length;
    const option = element(
      "div",
      { class: "ws-vorschlaege__einer", role: "option", id: `ws-vorschlag-${number}`, "aria-selected": "false", click: () => this.#go(page) },
      element("span", { class: "ws-vorschlaege__titel" }, ...marking(title)),
      place ? element("span", { class: "ws-vorschlaege__ort" }, ` ${place}`) : null,
    );
    this.options.push({ option, page });
    return option;
  }

  #key(event) {
    const { key } = event;
    if (key === "Escape") {
      if (!this.list.hidden) event.preventDefault();
      this.#close();
    } else if (key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.#go(this.options[this.chosen].page);
    } else if ((key === "ArrowDown" || key === "ArrowUp") && !this.list.hidden) {
      event.preventDefault();
      const count = this.options.length + 1;
      this.#choose(((this.chosen + 1 + (key === "ArrowDown" ? 1 : -1) + count) % count) - 1);
    }
  }

  /** −1 is the field itself. */
  #choose(number) {
    this.chosen = number;
    this.options?.forEach(({ option }, i) => option.setAttribute("aria-selected", String(i === number)));
    if (number < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", `ws-vorschlag-${number}`);
      this.options[number].option.scrollIntoView({ block: "nearest" });
    }
  }

  #go(page) {
    location.href = address(page);
  }

  #close() {
    this.turn++;
    this.list.hidden = true;
    this.announcement.textContent = "";
    this.field.setAttribute("aria-expanded", "false");
    this.#choose(-1);
  }
}

/** The address of a page of the site. From a folder there is no server that would add the file's name. */
export function address(page) {
  const [path, anchor] = page.split("#");
  const file = location.protocol === "file:" ? `${path}index.html` : path;
  return ROOT + file + (anchor ? `#${anchor}` : "");
}

function* grouped(hits) {
  const kinds = new Map();
  for (const hit of hits) {
    if (!kinds.has(hit.kind.id)) kinds.set(hit.kind.id, [hit.kind, []]);
    kinds.get(hit.kind.id)[1].push(hit);
  }
  yield* kinds.values();
}
