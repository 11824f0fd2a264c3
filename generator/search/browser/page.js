/** What every page loads: the field in its header, the keys that lead to it, and on the search page the finder. */

import { Finder } from "./finder.js";
import { address, Suggestions } from "./suggestions.js";

function onKey(event) {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !ctrlK) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll("[data-suchfeld]")].filter((field) => field.offsetParent !== null);
  const field = fields.find(({ dataset }) => dataset.suchfeld === "haupt") ?? fields[0];
  if (field) {
    field.focus();
    field.select();
  } else location.href = address("suche/");
}

function begin() {
  document.querySelectorAll("form[data-suchformular]").forEach((form) => new Suggestions(form));
  document.addEventListener("keydown", onKey);
  const host = document.getElementById("finder");
  if (host) new Finder(host).begin();
}

begin();
