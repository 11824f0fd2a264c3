// Small helps on every page. Nothing here is needed to read it.

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
