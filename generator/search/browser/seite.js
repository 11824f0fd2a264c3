/** What every page loads: the field in its header, the keys that lead to it, and on the search page the finder. */

import { Finder } from "./finder.js";
import { WURZEL } from "./verbindung.js";
import { Vorschlaege } from "./vorschlaege.js";

function taste(ereignis) {
  const tippt = ereignis.target instanceof Element && ereignis.target.closest("input, textarea, select, [contenteditable]");
  const schraegstrich = ereignis.key === "/" && !tippt && !ereignis.ctrlKey && !ereignis.metaKey && !ereignis.altKey;
  const strgK = ereignis.key.toLowerCase() === "k" && (ereignis.ctrlKey || ereignis.metaKey) && !ereignis.altKey && !ereignis.shiftKey;
  if (!schraegstrich && !strgK) return;
  ereignis.preventDefault();
  const felder = [...document.querySelectorAll("[data-suchfeld]")].filter((feld) => feld.offsetParent !== null);
  const feld = felder.find(({ dataset }) => dataset.suchfeld === "haupt") ?? felder[0];
  if (feld) {
    feld.focus();
    feld.select();
  } else location.href = `${WURZEL}suche/`;
}

function anfangen() {
  document.querySelectorAll("form[data-suchformular]").forEach((formular) => new Vorschlaege(formular));
  document.addEventListener("keydown", taste);
  const platz = document.getElementById("finder");
  if (platz) new Finder(platz).anfangen();
}

anfangen();
