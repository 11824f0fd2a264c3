// The field for the place: a combobox after the ARIA pattern. It knows nothing of the page beyond what it is given.

import { h } from "./element.js";

/**
 * @param {{feld: HTMLInputElement, liste: HTMLElement, suche: (text: string) => Promise<Array<{titel: string, zusatz: string, wert: any}>>,
 *   gewaehlt: (wert: any) => void, leer: () => void, sagen: (text: string) => void}} teile
 */
export function auswahl({ feld, liste, suche, gewaehlt, leer, sagen }) {
  let angebot = [];
  let aktiv = -1;
  let lauf = 0;

  const schliessen = () => {
    lauf += 1;
    liste.hidden = true;
    aktiv = -1;
    feld.setAttribute("aria-expanded", "false");
    feld.removeAttribute("aria-activedescendant");
  };

  const markieren = (stelle) => {
    aktiv = (stelle + angebot.length) % angebot.length;
    [...liste.children].forEach((option, nummer) => option.setAttribute("aria-selected", String(nummer === aktiv)));
    liste.children[aktiv].scrollIntoView({ block: "nearest" });
    feld.setAttribute("aria-activedescendant", liste.children[aktiv].id);
  };

  const nehmen = (stelle) => {
    const eintrag = angebot[stelle];
    schliessen();
    gewaehlt(eintrag.wert);
  };

  const zeigen = async () => {
    lauf += 1;
    const dieser = lauf;
    const gefunden = await suche(feld.value);
    if (dieser !== lauf) return; // typed on meanwhile
    angebot = gefunden;
    aktiv = -1;
    feld.removeAttribute("aria-activedescendant");
    liste.replaceChildren(
      ...angebot.map((eintrag, nummer) =>
        h("li", { role: "option", id: `kommune-ort-${nummer}`, "aria-selected": "false" }, h("span", {}, eintrag.titel), " ", h("small", {}, eintrag.zusatz)),
      ),
    );
    liste.hidden = !angebot.length;
    feld.setAttribute("aria-expanded", String(angebot.length > 0));
  };

  feld.addEventListener("input", () => {
    if (feld.value.trim()) return void zeigen();
    schliessen();
    sagen("");
    leer();
  });
  feld.addEventListener("keydown", (ereignis) => {
    const offen = !liste.hidden && angebot.length > 0;
    if (ereignis.key === "ArrowDown" || ereignis.key === "ArrowUp") {
      ereignis.preventDefault();
      if (!offen) return void (feld.value.trim() && zeigen());
      markieren(ereignis.key === "ArrowDown" ? aktiv + 1 : aktiv < 0 ? angebot.length - 1 : aktiv - 1);
    } else if (ereignis.key === "Enter") {
      ereignis.preventDefault(); // never sends the form
      if (offen) nehmen(Math.max(aktiv, 0));
    } else if (ereignis.key === "Escape" && offen) {
      ereignis.preventDefault();
      schliessen();
    }
  });
  // The press, not the click: the field keeps its focus and does not close the list first.
  liste.addEventListener("pointerdown", (ereignis) => ereignis.preventDefault());
  liste.addEventListener("click", (ereignis) => {
    const option = ereignis.target.closest("[role=option]");
    if (option) nehmen([...liste.children].indexOf(option));
  });
  feld.addEventListener("blur", schliessen);
}
