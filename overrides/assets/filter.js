/* Hides what does not fit. Within one question any answer will do, between questions all must; nothing ticked means everything.
   What is ticked stands in the address, so that it can be shared and survives a reload. */

export {};

const form = document.querySelector("[data-filter]");
const status = form.querySelector("[role=status]");
const reset = form.querySelector("button[type=reset]");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const entries = [...document.querySelectorAll("[data-eintrag]")];
const keys = [...new Set(boxes.map((box) => box.name))];

/** @returns {Map<string, Set<string>>} the ticked values of every question that has any */
function chosen() {
  const found = new Map();
  for (const box of boxes.filter((box) => box.checked)) {
    found.set(box.name, (found.get(box.name) ?? new Set()).add(box.value));
  }
  return found;
}

function fits(entry, wanted) {
  return [...wanted].every(([key, values]) => (entry.dataset[key] ?? "").split(" ").some((value) => values.has(value)));
}

function show() {
  const wanted = chosen();
  const all = new Set();
  const left = new Set();
  for (const entry of entries) {
    const fit = fits(entry, wanted);
    entry.toggleAttribute("hidden", !fit);
    all.add(entry.dataset.eintrag);
    if (fit) left.add(entry.dataset.eintrag);
  }
  for (const group of document.querySelectorAll("[data-gruppe]")) {
    group.hidden = !group.querySelector("[data-eintrag]:not([hidden])");
  }
  reset.hidden = wanted.size === 0;
  const what = status.dataset.was;
  status.textContent = wanted.size === 0 ? `Alle ${all.size} ${what}` : `${what}: ${left.size} von ${all.size}`;
  document.dispatchEvent(new CustomEvent("ws-gefiltert"));
}

function remember() {
  const address = new URL(location.href);
  for (const key of keys) address.searchParams.delete(key);
  for (const box of boxes.filter((box) => box.checked)) address.searchParams.append(box.name, box.value);
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // opened from a folder: browsers allow no other address there
  }
}

function recall() {
  const asked = new URLSearchParams(location.search);
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
}

form.addEventListener("change", () => {
  show();
  remember();
});
form.addEventListener("reset", () =>
  setTimeout(() => {
    for (const box of boxes) box.checked = false;
    show();
    remember();
    boxes[0].focus();
  }),
);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", () => {
  recall();
  show();
});

form.hidden = false;
recall();
show();
