// The field for the place: a combobox after the ARIA pattern. It knows nothing of the page beyond what it is given.

import { h } from "../element.js";

/**
 * @param {{field: HTMLInputElement, list: HTMLElement, search: (text: string) => Promise<Array<{titel: string, extra: string, value: any}>>,
 *   chosen: (value: any) => void, empty: () => void, say: (text: string) => void}} parts
 */
export function combobox({ field, list, search, chosen, empty, say }) {
  let offered = [];
  let active = -1;
  let run = 0;

  const close = () => {
    run += 1;
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const mark = (index) => {
    active = (index + offered.length) % offered.length;
    [...list.children].forEach((option, nth) => option.setAttribute("aria-selected", String(nth === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[active].id);
  };

  const take = (index) => {
    const entry = offered[index];
    close();
    chosen(entry.value);
  };

  const show = async () => {
    run += 1;
    const turn = run;
    const found = await search(field.value);
    if (turn !== run) return; // typed on meanwhile
    offered = found;
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.replaceChildren(
      ...offered.map((entry, nth) =>
        h("li", { role: "option", id: `kommune-ort-${nth}`, "aria-selected": "false" }, h("span", {}, entry.titel), " ", h("small", {}, entry.extra)),
      ),
    );
    list.hidden = !offered.length;
    field.setAttribute("aria-expanded", String(offered.length > 0));
  };

  field.addEventListener("input", () => {
    if (field.value.trim()) return void show();
    close();
    say("");
    empty();
  });
  field.addEventListener("keydown", (event) => {
    const open = !list.hidden && offered.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void (field.value.trim() && show());
      mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? offered.length - 1 : active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault(); // never sends the form
      if (open) take(Math.max(active, 0));
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });
  // The press, not the click: the field keeps its focus and does not close the list first.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take([...list.children].indexOf(option));
  });
  field.addEventListener("blur", close);
}
