/** What to say when the words were unclear, and what to try when nothing was found. */

import { FACETS } from "./address.js";
import { element } from "./elements.js";
import { address } from "./suggestions.js";

const quote = (words) => words.map((word) => `„${word}“`).join(", ");

export function notices({ corrected, unknown, shortened, onlyFillers, total }, unknownFilters) {
  const sentences = [
    ...corrected.map(({ word, instead }) => `„${word}“ kommt hier nicht vor. Gesucht wurde nach ${quote(instead)}.`),
    total && unknown.length ? `Zu ${quote(unknown)} gibt es nichts; die Treffer gelten für die übrigen Wörter.` : "",
    shortened ? "Die Eingabe ist sehr lang. Gesucht wurde mit ihrem Anfang." : "",
    onlyFillers ? "Darin steht kein Wort, nach dem sich suchen lässt. Nennen Sie eine Sache, einen Ort oder eine Aufgabe." : "",
    unknownFilters.length ? `Diese Filter gibt es nicht, sie blieben ohne Wirkung: ${quote(unknownFilters)}.` : "",
  ];
  return sentences.filter(Boolean).map((sentence) => element("p", {}, sentence));
}

/** @param {(change: object) => void} adopt takes a new state over */
export function help({ similar, unfiltered, onlyFillers }, state, active, adopt) {
  const button = (text, change) => element("li", {}, element("button", { type: "button", class: "ws-marke", click: () => adopt(change) }, text));
  const filtered = active.length && unfiltered;
  const heading = filtered ? "Mit diesen Filtern ist nichts verzeichnet" : "Dazu ist hier nichts verzeichnet";
  const parts = [element("h2", {}, onlyFillers ? "Wonach möchten Sie suchen?" : heading)];
  if (filtered) {
    const fewer = active.map(({ facet, value, name }) => {
      const rest = { ...state.filter, [facet]: state.filter[facet].filter((other) => other !== value) };
      return button(`ohne ${FACETS[facet]}: ${name}`, { filter: rest });
    });
    parts.push(element("p", {}, `Ohne Filter wären es ${unfiltered.toLocaleString("de-DE")} Treffer. Lassen Sie einen weg:`), element("ul", { class: "ws-finder__marken" }, ...fewer, button("ohne alle Filter", { filter: {} })));
  }
  if (similar.length) {
    parts.push(element("p", {}, "Ähnlich geschriebene Wörter, zu denen es etwas gibt:"), element("ul", { class: "ws-finder__marken" }, ...similar.map((word) => button(word, { q: word }))));
  }
  parts.push(
    element("p", {}, "Zum Stöbern: ", ...[["themen/", "Handlungsfelder"], ["technologien/", "Technik"], ["modellprojekte/", "Modellprojekte"], ["loesungen/", "Lösungen"]].flatMap(([path, name], i) => [i ? ", " : "", element("a", { href: address(path) }, name)])),
  );
  return parts;
}
