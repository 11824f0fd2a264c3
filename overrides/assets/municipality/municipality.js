// From the address to a municipality: which place is meant, how large it is, and what to say when that is not clear.

import { nearWhom, distinction, findPlaces, settingOf, places, lookUp } from "./places.js";
import { number } from "./wording.js";

/** The size class of a number of inhabitants; nothing where it is unknown. */
export const sizeClass = (inhabitants, sizes) =>
  inhabitants ? sizes.find((g) => (g.ab || g.unter) && inhabitants >= (g.ab ?? 0) && inhabitants < (g.unter ?? Infinity))?.id : undefined;

/** Sachsen, 11.547 Menschen; with namesakes in the same state also: bei Chemnitz */
export function extra(all, place, data) {
  const federalState = data.begriffe.laender[data.kuerzel[place.kuerzel]] ?? place.kuerzel;
  const near = nearWhom(all, place);
  return [federalState, near && `bei ${near}`, place.einwohner ? `${number(place.einwohner)} Menschen` : "Einwohnerzahl nicht bekannt"].filter(Boolean).join(", ");
}

/**
 * @returns {Promise<{here: import("./ranking.js").Municipality | null, message?: string, question?: any[], all?: any[]}>} the municipality, or what stands in its way
 */
export async function municipality(state, data) {
  const byHand = state.groesse || state.land ? { groesse: state.groesse || undefined, land: state.land || undefined } : null;
  if (!state.ort) return { here: byHand };
  let all;
  try {
    all = await places();
  } catch {
    return { here: byHand, message: "Das Verzeichnis der Orte ließ sich nicht laden. Wählen Sie Größe und Land von Hand, das genügt." };
  }
  const abbreviation = Object.keys(data.kuerzel).find((one) => data.kuerzel[one] === state.land);
  const meant = findPlaces(all, { ort: state.ort, kuerzel: abbreviation, lage: state.lage });
  if (meant.length === 1) return fromPlace(all, meant[0], state, data);
  if (meant.length) return { here: byHand, message: `Es gibt ${meant.length} Orte mit dem Namen „${state.ort}“. Welcher ist Ihrer?`, question: meant, all };
  const { hits } = lookUp(all, state.ort, 5);
  const onward = "Wählen Sie sonst Größe und Land von Hand, das genügt für die Rangfolge.";
  return { here: byHand, message: `Den Ort „${state.ort}“ kennt das Verzeichnis nicht. ${hits.length ? "Meinten Sie einen von diesen? " : ""}${onward}`, question: hits, all };
}

function fromPlace(all, place, state, data) {
  const size = state.groesse || sizeClass(place.einwohner, data.groessen);
  const here = {
    name: place.name,
    land: data.kuerzel[place.kuerzel],
    groesse: size,
    einwohner: state.groesse && state.groesse !== sizeClass(place.einwohner, data.groessen) ? undefined : place.einwohner || undefined,
    breite: place.breite,
    laenge: place.laenge,
    lage: size ? settingOf(all, place, size) : undefined,
  };
  const message = size ? undefined : `Die Einwohnerzahl von ${place.name} steht nicht im Verzeichnis. Wählen Sie bitte die Größe, damit auch sie zählt.`;
  return { here, message };
}

/** What the address must hold so that exactly this place is found again. */
export async function asAddress(place, data) {
  const needed = distinction(await places(), place);
  return { ort: place.name, land: needed.land ? data.kuerzel[place.kuerzel] : "", lage: needed.lage ? { breite: place.breite, laenge: place.laenge } : null };
}
