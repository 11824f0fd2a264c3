/* Buttons that note a record, the counter in the header, and on its own page the Merkliste itself.
   Any page may hold `<button data-merken="massnahmen/a/b" data-titel="…" hidden>`; who adds some later says so with the event `ws:inhalt`. */

import { forget, lasting, linkTo, note, noted, onChange } from "./note-store.js";
import { run } from "./site.js";

const OUT = "Merken";
const IN = "Aus der Merkliste nehmen";

/** Shows and labels the buttons inside a node. @param {ParentNode} root */
export function setUp(root = document) {
  const ids = noted();
  for (const button of root.querySelectorAll("button[data-merken]")) {
    const known = ids.includes(button.dataset.merken);
    button.textContent = known ? IN : OUT;
    button.setAttribute("aria-label", `${button.textContent}: ${button.dataset.titel}`);
    button.classList.toggle("gemerkt", known);
    button.hidden = false;
  }
  for (const counter of document.querySelectorAll("[data-merkliste-zahl]")) {
    counter.textContent = String(ids.length);
    counter.hidden = ids.length === 0;
    counter.closest("a")?.setAttribute("aria-label", `Merkliste, ${entries(ids.length)}`);
  }
}

const entries = (count) => (count === 1 ? "1 Eintrag" : `${count || "keine"} Einträge`);

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-merken]");
  if (!button) return;
  const id = button.dataset.merken;
  const title = button.dataset.titel;
  if (noted().includes(id)) {
    forget(id);
    say(`„${title}“ ist nicht mehr auf der Merkliste.`);
  } else {
    note(id);
    say(`„${title}“ ist gemerkt. Auf der `, link(linkTo([]), "Merkliste"), ` ${noted().length === 1 ? "steht" : "stehen"} jetzt ${entries(noted().length)}.`);
    if (!lasting()) {
      say(
        "Ihr Browser erlaubt dieser Website nicht, etwas zu speichern. Die Merkliste gilt nur, bis Sie diese Seite verlassen. Als Lesezeichen geht es trotzdem: ",
        link(linkTo(noted()), "Merkliste mit diesem Eintrag"),
      );
    }
  }
});

// One short message at a time, read out by screen readers: the region must be there before it speaks.
const box = Object.assign(document.createElement("div"), { className: "ws-meldung" });
box.setAttribute("role", "status");
document.body.append(box);
let timer;

function say(...parts) {
  box.replaceChildren(...parts);
  clearTimeout(timer);
  timer = setTimeout(() => box.matches(":hover, :focus-within") || box.replaceChildren(), 10_000);
}

function link(href, text) {
  return Object.assign(document.createElement("a"), { href, textContent: text });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") box.replaceChildren();
});

document.addEventListener("ws:inhalt", (event) => setUp(event.detail));
onChange(() => setUp());
setUp();
if (document.querySelector("[data-merkliste]")) run(new URL("./notes-page.js", import.meta.url));
