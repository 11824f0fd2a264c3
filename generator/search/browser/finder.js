/** The finder: the address says what is asked, the page shows what is found. */

import { read, SORTINGS, write } from "./address.js";
import { ask } from "./connection.js";
import { element, hitCount } from "./elements.js";
import { Filters } from "./filters.js";
import { help, notices } from "./help.js";
import { Hits } from "./hits.js";

const PER_PAGE = 20;
const PAUSE = 120;
const NARROW = "(max-width: 59.99em)";

export class Finder {
  constructor(host) {
    this.host = host;
    this.turn = 0;
    this.filters = new Filters((facet, value, on) => this.#toggle(facet, value, on));
    this.list = new Hits();
  }

  async begin() {
    this.state = read(location.search);
    this.#build();
    this.#chips(this.filters.expected(this.state.filter));
    addEventListener("popstate", () => this.#fromAddress());
    addEventListener("pagehide", () => history.replaceState({ ...history.state, y: scrollY }, ""));
    try {
      this.filters.build(await ask("facetValues"));
      const { shown = PER_PAGE, y = 0 } = history.state ?? {};
      await this.#search({ shown });
      if (y) scrollTo(0, y);
    } catch {
      this.#failed();
    }
  }

  // --- the page -----------------------------------------------------------------------------------------------------

  #build() {
    this.field = element("input", {
      id: "ws-finder-q", class: "ws-finder__eingabe", type: "search", name: "q", autocomplete: "off", spellcheck: "false", "data-suchfeld": "haupt",
      "aria-describedby": "ws-finder-tipp", value: this.state.q, input: () => this.#type(),
    });
    this.total = element("p", { id: "trefferzahl", role: "status" }, "Die Suche wird geladen …");
    this.notices = element("div", { class: "ws-finder__hinweise" });
    this.chips = element("ul", { class: "ws-finder__marken ws-platz", "aria-label": "Gewählte Filter", hidden: true });
    this.help = element("div", { class: "ws-finder__hilfe", hidden: true });
    this.more = element("button", { type: "button", class: "ws-knopf", hidden: true, click: () => this.#loadMore() }, "Mehr Treffer laden");
    this.sorting = element(
      "select",
      { id: "ws-finder-sortierung", change: ({ target }) => this.#change({ sorting: target.value }) },
      ...Object.entries(SORTINGS).map(([value, name]) => element("option", { value }, name)),
    );
    this.jump = element("a", { class: "ws-sprung", href: "#treffer", hidden: true, click: (event) => this.#toHits(event) }, "Zu den Treffern springen");
    this.side = element("div", { class: "ws-finder__rand", role: "group", "aria-label": "Filter" }, this.jump, this.filters.element);
    this.#dialog();
    this.host.replaceChildren(this.#form(), this.#head(), this.notices, this.chips, element("div", { class: "ws-finder__mitte" }, this.side, element("div", { class: "ws-finder__liste" }, this.help, this.list.element, this.more)), this.dialog);
    this.host.hidden = false;
    document.documentElement.dataset.finder = "";
  }

  #form() {
    return element(
      "form",
      { class: "ws-finder__formular", role: "search", "aria-label": "Finder", submit: (event) => this.#submit(event) },
      element("label", { for: this.field.id }, "Was suchen Sie?"),
      element("div", { class: "ws-finder__zeile" }, this.field, element("button", { type: "submit", class: "ws-knopf ws-knopf--haupt" }, "Suchen")),
      element("p", { id: "ws-finder-tipp", class: "ws-finder__tipp" }, "Alltagswörter genügen. „Wörter in Anführungszeichen“ stehen genau so hintereinander, ein Minus schließt aus: ", element("span", { class: "ws-zusammen" }, "Parken -Sensor")),
    );
  }

  #head() {
    this.filterButton = element("button", { type: "button", class: "ws-knopf ws-finder__filterknopf", "aria-haspopup": "dialog", click: () => this.dialog.showModal() }, "Filter");
    return element(
      "div",
      { class: "ws-finder__kopf" },
      this.total,
      element("div", { class: "ws-finder__sortierung" }, element("label", { for: this.sorting.id }, "Sortieren"), this.sorting),
      this.filterButton,
    );
  }

  /** On narrow screens the filters are a panel over the page; the number of hits stays in view on its button. */
  #dialog() {
    const close = () => this.dialog.close();
    this.done = element("button", { type: "button", class: "ws-knopf ws-knopf--haupt", click: close }, "Treffer zeigen");
    this.inside = element("div", { class: "ws-tafel__innen" });
    this.dialog = element(
      "dialog",
      { class: "ws-tafel", "aria-labelledby": "ws-tafel-name" },
      element("div", { class: "ws-tafel__kopf" }, element("h2", { id: "ws-tafel-name" }, "Filter"), element("button", { type: "button", class: "ws-knopf", click: close }, "Schließen")),
      this.inside,
      element("div", { class: "ws-tafel__fuss" }, this.done),
    );
    const narrow = matchMedia(NARROW);
    const place = () => {
      (narrow.matches ? this.inside : this.side).append(this.filters.element);
      if (!narrow.matches) this.dialog.close();
    };
    narrow.addEventListener("change", place);
    place();
  }

  // --- what the reader does -------------------------------------------------------------------------------------------

  #type() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#change({ q: this.field.value }, true), PAUSE);
  }

  #submit(event) {
    event.preventDefault();
    clearTimeout(this.pause);
    this.#change({ q: this.field.value });
  }

  /** Past the many filters. The address stays: a mark in it would count as a new question. */
  #toHits(event) {
    event.preventDefault();
    this.list.element.querySelector("a")?.focus();
  }

  #toggle(facet, value, on) {
    const soFar = (this.state.filter[facet] ?? []).filter((other) => other !== value);
    const filter = { ...this.state.filter, [facet]: on ? [...soFar, value] : soFar };
    if (!filter[facet].length) delete filter[facet];
    this.#change({ filter });
  }

  reset() {
    this.field.value = "";
    this.#change({ q: "", filter: {}, sorting: "relevanz" });
    this.field.focus();
  }

  /** A new state gets a new address. While typing it replaces the last one, so that Back does not go letter by letter. */
  #change(changes, typing = false) {
    this.state = { ...this.state, ...changes };
    const address = write(this.state);
    if (typing && this.typed) history.replaceState(null, "", address);
    else if (address !== location.search) history.pushState(null, "", address);
    this.typed = typing;
    this.#search({ typing }).catch(() => this.#failed());
  }

  #fromAddress() {
    this.typed = false;
    this.state = read(location.search);
    this.field.value = this.state.q;
    const { shown = PER_PAGE, y = 0 } = history.state ?? {};
    this.#search({ shown })
      .then(() => scrollTo(0, y))
      .catch(() => this.#failed());
  }

  // --- what is found --------------------------------------------------------------------------------------------------

  async #search({ shown = PER_PAGE, typing = false }) {
    const turn = ++this.turn;
    delete document.documentElement.dataset.bereit;
    const answer = await ask("search", { ...this.state, from: 0, count: shown, typing });
    if (turn !== this.turn) return;
    this.answer = answer;
    this.#show();
    await this.#texts(answer.hits, turn);
  }

  #show() {
    const { answer, state } = this;
    const active = this.filters.active(state.filter);
    this.total.dataset.anzahl = answer.total;
    this.total.textContent = state.q.trim() ? `${hitCount(answer.total)} für „${state.q.trim().slice(0, 60)}“` : `${hitCount(answer.total)}`;
    this.done.textContent = `${hitCount(answer.total)} zeigen`;
    this.sorting.value = state.sorting;
    this.filters.show(answer.counts, state.filter);
    this.#chips(active);
    this.chips.classList.remove("ws-platz");
    this.notices.replaceChildren(...notices(answer, this.filters.unknown(state.filter)));
    this.help.hidden = answer.total > 0;
    this.help.replaceChildren(...(answer.total ? [] : help(answer, state, active, (changes) => this.#adopt(changes))));
    this.jump.hidden = !answer.total;
    this.list.clear();
    this.list.append(answer.hits);
    this.#button(answer.hits.length);
    document.documentElement.dataset.bereit = "";
  }

  #adopt(changes) {
    if (changes.q !== undefined) this.field.value = changes.q;
    this.#change(changes);
    this.field.focus();
  }

  #chips(active) {
    this.filterButton.textContent = active.length ? `Filter (${active.length})` : "Filter";
    const chips = active.map(({ facet, value, name }) =>
      element("li", {}, element("button", { type: "button", class: "ws-marke", "aria-label": `Filter ${name} entfernen`, click: () => this.#toggle(facet, value, false) }, name, element("span", { "aria-hidden": "true" }, " ×"))),
    );
    const everything = element("li", {}, element("button", { type: "button", class: "ws-marke ws-marke--alles", click: () => this.reset() }, "alles zurücksetzen"));
    const something = active.length || this.state.q.trim() || this.state.sorting !== "relevanz";
    this.chips.replaceChildren(...chips, ...(something ? [everything] : []));
    this.chips.hidden = !something;
  }

  async #texts(hits, turn) {
    try {
      const texts = await ask("textsOf", this.state.q, hits.map(({ number }) => number));
      if (turn === this.turn) this.list.texts(texts);
    } catch {
      if (turn === this.turn) this.list.withoutTexts(hits); // every one still leads to its page
    }
  }

  async #loadMore() {
    const turn = this.turn;
    const from = this.list.element.childElementCount;
    try {
      const { hits } = await ask("search", { ...this.state, from, count: PER_PAGE, typing: false });
      if (turn !== this.turn) return;
      this.list.append(hits);
      this.#button(from + hits.length);
      history.replaceState({ ...history.state, shown: from + hits.length }, "");
      this.list.element.children[from]?.querySelector("a").focus({ preventScroll: true });
      await this.#texts(hits, turn);
    } catch {
      this.#failed();
    }
  }

  #button(shown) {
    const left = this.answer.total - shown;
    this.more.hidden = left <= 0;
    this.more.textContent = `Mehr Treffer laden (noch ${left.toLocaleString("de-DE")})`;
  }

  #failed() {
    this.total.textContent = "Die Suche lässt sich gerade nicht laden. Bitte laden Sie die Seite neu oder stöbern Sie in den Listen unten.";
    document.documentElement.dataset.finder = "fehlt";
  }
}
