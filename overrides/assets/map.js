/* Writes the name of a project beside its point while the pointer or the focus is there. */

export {};

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 150;
const WIDTH = 600;

for (const map of document.querySelectorAll("[data-karte]")) {
  const sign = map.querySelector(".schild");
  for (const title of map.querySelectorAll(".orte title")) title.remove(); // or else the browser shows the name a second time

  const show = (place) => {
    const [name, detail] = place.getAttribute("aria-label").split(": ");
    const x = Number(place.dataset.x);
    const y = Number(place.dataset.y);
    const lines = [line(name, "name", 0), line(detail, "mehr", 20)];
    const text = document.createElementNS(SVG, "text");
    const above = y > 90;
    text.setAttribute("y", above ? y - 40 : y + 34);
    text.setAttribute("text-anchor", x < EDGE ? "start" : x > WIDTH - EDGE ? "end" : "middle");
    for (const part of lines) {
      part.setAttribute("x", x < EDGE ? Math.max(x - 12, 4) : x > WIDTH - EDGE ? Math.min(x + 12, WIDTH - 4) : x);
      text.append(part);
    }
    sign.replaceChildren(text);
  };
  const hide = () => sign.replaceChildren();

  map.addEventListener("pointerover", (event) => {
    const place = event.target.closest(".orte a");
    if (place) show(place);
  });
  map.addEventListener("pointerout", (event) => {
    if (event.target.closest(".orte a")) hide();
  });
  map.addEventListener("focusin", (event) => {
    const place = event.target.closest(".orte a");
    if (place) show(place);
  });
  map.addEventListener("focusout", hide);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

function line(words, className, down) {
  const part = document.createElementNS(SVG, "tspan");
  part.textContent = words ?? "";
  part.setAttribute("class", className);
  part.setAttribute("dy", down);
  return part;
}
