/** What to say when the words were unclear, and what to try when nothing was found. */

import { FACETTEN } from "./adresse.js";
import { element } from "./bauen.js";
import { WURZEL } from "./verbindung.js";

const zitiert = (worte) => worte.map((wort) => `„${wort}“`).join(", ");

export function hinweise({ berichtigt, unbekannt, gekuerzt, nurFuellwoerter, gesamt }, unbekannteFilter) {
  const saetze = [
    ...berichtigt.map(({ wort, statt }) => `„${wort}“ kommt hier nicht vor. Gesucht wurde nach ${zitiert(statt)}.`),
    gesamt && unbekannt.length ? `Zu ${zitiert(unbekannt)} gibt es nichts; die Treffer gelten für die übrigen Wörter.` : "",
    gekuerzt ? "Die Eingabe ist sehr lang. Gesucht wurde mit ihrem Anfang." : "",
    nurFuellwoerter ? "Darin steht kein Wort, nach dem sich suchen lässt. Nennen Sie eine Sache, einen Ort oder eine Aufgabe." : "",
    unbekannteFilter.length ? `Diese Filter gibt es nicht, sie blieben ohne Wirkung: ${zitiert(unbekannteFilter)}.` : "",
  ];
  return saetze.filter(Boolean).map((satz) => element("p", {}, satz));
}

/** @param {(neu: object) => void} uebernehmen takes a new state over */
export function hilfe({ aehnliche, ohneFilter, nurFuellwoerter }, zustand, aktive, uebernehmen) {
  const knopf = (text, neu) => element("li", {}, element("button", { type: "button", class: "ws-marke", click: () => uebernehmen(neu) }, text));
  const teile = [element("h2", {}, nurFuellwoerter ? "Wonach möchten Sie suchen?" : "Dazu ist hier nichts verzeichnet")];
  if (aktive.length && ohneFilter) {
    const weniger = aktive.map(({ facette, wert, name }) => {
      const rest = { ...zustand.filter, [facette]: zustand.filter[facette].filter((anderer) => anderer !== wert) };
      return knopf(`ohne ${FACETTEN[facette]}: ${name}`, { filter: rest });
    });
    teile.push(element("p", {}, `Ohne Filter wären es ${ohneFilter.toLocaleString("de-DE")} Treffer. Lassen Sie einen weg:`), element("ul", { class: "ws-finder__marken" }, ...weniger, knopf("ohne alle Filter", { filter: {} })));
  }
  if (aehnliche.length) {
    teile.push(element("p", {}, "Ähnlich geschriebene Wörter, zu denen es etwas gibt:"), element("ul", { class: "ws-finder__marken" }, ...aehnliche.map((wort) => knopf(wort, { q: wort }))));
  }
  teile.push(
    element("p", {}, "Oder stöbern Sie: ", ...[["themen/", "Handlungsfelder"], ["technologien/", "Technik"], ["modellprojekte/", "Modellprojekte"], ["loesungen/", "Lösungen"]].flatMap(([pfad, name], i) => [i ? ", " : "", element("a", { href: WURZEL + pfad }, name)])),
  );
  return teile;
}
