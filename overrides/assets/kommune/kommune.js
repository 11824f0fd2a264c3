// From the address to a municipality: which place is meant, how large it is, and what to say when that is not clear.

import { beiWem, eindeutig, finde, lageVon, orte, suche } from "./orte.js";
import { zahl } from "./sprache.js";

/** The size class of a number of inhabitants; nothing where it is unknown. */
export const klasse = (einwohner, groessen) =>
  einwohner ? groessen.find((g) => (g.ab || g.unter) && einwohner >= (g.ab ?? 0) && einwohner < (g.unter ?? Infinity))?.id : undefined;

/** Sachsen, 11.547 Menschen; with namesakes in the same state also: bei Chemnitz */
export function zusatz(alle, ort, daten) {
  const land = daten.begriffe.laender[daten.kuerzel[ort.kuerzel]] ?? ort.kuerzel;
  const bei = beiWem(alle, ort);
  return [land, bei && `bei ${bei}`, ort.einwohner ? `${zahl(ort.einwohner)} Menschen` : "Einwohnerzahl nicht bekannt"].filter(Boolean).join(", ");
}

/**
 * @returns {Promise<{ich: import("./rangfolge.js").Kommune | null, meldung?: string, frage?: any[], alle?: any[]}>} the municipality, or what stands in its way
 */
export async function kommune(zustand, daten) {
  const vonHand = zustand.groesse || zustand.land ? { groesse: zustand.groesse || undefined, land: zustand.land || undefined } : null;
  if (!zustand.ort) return { ich: vonHand };
  let alle;
  try {
    alle = await orte();
  } catch {
    return { ich: vonHand, meldung: "Das Verzeichnis der Orte ließ sich nicht laden. Wählen Sie Größe und Land von Hand, das genügt." };
  }
  const kuerzel = Object.keys(daten.kuerzel).find((eines) => daten.kuerzel[eines] === zustand.land);
  const gemeint = finde(alle, { ort: zustand.ort, kuerzel, lage: zustand.lage });
  if (gemeint.length === 1) return ausOrt(alle, gemeint[0], zustand, daten);
  if (gemeint.length) return { ich: vonHand, meldung: `Es gibt ${gemeint.length} Orte mit dem Namen „${zustand.ort}“. Welcher ist Ihrer?`, frage: gemeint, alle };
  const { treffer } = suche(alle, zustand.ort, 5);
  const weiter = "Wählen Sie sonst Größe und Land von Hand, das genügt für die Rangfolge.";
  return { ich: vonHand, meldung: `Den Ort „${zustand.ort}“ kennt das Verzeichnis nicht. ${treffer.length ? "Meinten Sie einen von diesen? " : ""}${weiter}`, frage: treffer, alle };
}

function ausOrt(alle, ort, zustand, daten) {
  const groesse = zustand.groesse || klasse(ort.einwohner, daten.groessen);
  const ich = {
    name: ort.name,
    land: daten.kuerzel[ort.kuerzel],
    groesse,
    einwohner: zustand.groesse && zustand.groesse !== klasse(ort.einwohner, daten.groessen) ? undefined : ort.einwohner || undefined,
    breite: ort.breite,
    laenge: ort.laenge,
    lage: groesse ? lageVon(alle, ort, groesse) : undefined,
  };
  const meldung = groesse ? undefined : `Die Einwohnerzahl von ${ort.name} steht nicht im Verzeichnis. Wählen Sie bitte die Größe, damit auch sie zählt.`;
  return { ich, meldung };
}

/** What the address must hold so that exactly this place is found again. */
export async function alsAdresse(ort, daten) {
  const noetig = eindeutig(await orte(), ort);
  return { ort: ort.name, land: noetig.land ? daten.kuerzel[ort.kuerzel] : "", lage: noetig.lage ? { breite: ort.breite, laenge: ort.laenge } : null };
}
