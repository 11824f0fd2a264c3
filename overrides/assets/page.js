// Small helps on every page. Nothing here is needed to read it.

import { pageAt } from "./site.js";

/** A table wider than its place scrolls; then the keyboard must be able to scroll it too. */
const reachable = () => {
  for (const table of document.querySelectorAll(".ws-seite table, .ws-seite pre")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
};
reachable();
addEventListener("resize", reachable);

for (const button of document.querySelectorAll("[data-drucken]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

/** On paper nobody can click: say where the page stands and when it was printed. */
addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-druck]")) {
    place.textContent = `Gedruckt am ${new Date().toLocaleDateString("de-DE")} von ${location.href.split("#")[0]}`;
  }
});

/** From a folder a link to a page would show the files beside it: lead to the page itself, wherever the link came from. */
if (location.protocol === "file:") {
  const mend = (element, name) => element?.setAttribute(name, pageAt(element.getAttribute(name), document.baseURI).href);
  for (const kind of ["click", "auxclick", "contextmenu"]) {
    addEventListener(kind, ({ target }) => mend(target.closest?.("a[href]"), "href"), true);
  }
  addEventListener("submit", ({ target }) => mend(target.closest("form[action]"), "action"), true);
}
