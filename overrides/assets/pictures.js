/* What pictures and lists can do beyond being seen. Each part is loaded only where a page has use for it. */

import { run } from "./site.js";

const PARTS = {
  "[data-filter]": "./filter.js",
  "[data-karte]": "./map.js",
  "[data-netz]": "./network.js",
  "[data-sortierbar]": "./sort.js",
};

for (const [selector, part] of Object.entries(PARTS)) {
  if (document.querySelector(selector)) run(new URL(part, import.meta.url));
}

// A printed page shows everything: nobody can unfold paper.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.open = true;
    details.dataset.zu = "";
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-zu]")) {
    details.open = false;
    delete details.dataset.zu;
  }
});

// What somebody typed after the # need not be an anchor.
function anchor() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

// A link to a phase leads to a heading; what stands under it shall be open.
const unfold = () => {
  const target = document.getElementById(anchor());
  let next = target?.nextElementSibling;
  while (next && !/^H[1-6]$/.test(next.tagName)) {
    if (next.matches("details.ws-phase")) next.open = true;
    next = next.nextElementSibling;
  }
};
addEventListener("hashchange", unfold);
unfold();
