/* Makes one municipality's connections stand out, and lets those without any left go when the page is filtered. */

export {};

for (const net of document.querySelectorAll("[data-netz]")) {
  const nodes = [...net.querySelectorAll("[data-knoten]")];
  const edges = [...net.querySelectorAll(".kanten [data-von]")];

  const choose = (name) => {
    const near = new Set([name]);
    for (const edge of edges) {
      const touches = edge.dataset.von === name || edge.dataset.nach === name;
      edge.classList.toggle("gewaehlt", touches);
      if (touches && !edge.hasAttribute("hidden")) near.add(edge.dataset.von).add(edge.dataset.nach);
    }
    for (const node of nodes) node.classList.toggle("gewaehlt", near.has(node.dataset.knoten));
    net.classList.add("hat-wahl");
  };
  const release = () => net.classList.remove("hat-wahl");

  for (const node of nodes) {
    node.addEventListener("pointerenter", () => choose(node.dataset.knoten));
    node.addEventListener("pointerleave", release);
    node.addEventListener("focusin", () => choose(node.dataset.knoten));
    node.addEventListener("focusout", release);
  }

  const filtered = () => {
    const linked = new Set();
    for (const edge of edges.filter((edge) => !edge.hasAttribute("hidden"))) linked.add(edge.dataset.von).add(edge.dataset.nach);
    for (const node of nodes) node.toggleAttribute("hidden", !linked.has(node.dataset.knoten));
  };
  document.addEventListener("ws-gefiltert", filtered);
  filtered();
}
