/* Sorts a table by a click on a heading. Numbers come largest first, words from A to Z; a second click turns it round. */

export {};

const words = new Intl.Collator("de", { numeric: true });

for (const table of document.querySelectorAll("table[data-sortierbar]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const falling = head.classList.contains("zahl");
      const direction = head.getAttribute("aria-sort") ?? (falling ? "ascending" : "descending");
      const next = direction === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", next);
      const sign = next === "ascending" ? 1 : -1;
      body.append(...[...body.rows].sort((a, b) => sign * words.compare(value(a, column), value(b, column))));
    });
  });
}

function value(row, column) {
  const cell = row.cells[column];
  return cell.dataset.wert ?? cell.textContent.trim();
}
