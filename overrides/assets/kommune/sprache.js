// How numbers, dates and lists are said in German, and how names are compared.

const MONATE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

/** 2024-06-30 is 30. Juni 2024, 2024-06 is Juni 2024. @param {string} wert */
export function tag(wert) {
  const [jahr, monat, tag] = wert.split("-");
  if (!monat) return jahr;
  return `${tag ? `${Number(tag)}. ` : ""}${MONATE[Number(monat) - 1]} ${jahr}`;
}

/** vom 30. Juni 2024, von Juni 2024 @param {string} wert */
export const vom = (wert) => `${wert.length > 7 ? "vom" : "von"} ${tag(wert)}`;

/** 12345 is 12.345 @param {number} wert */
export const zahl = (wert) => String(wert).replace(/\B(?=(\d{3})+$)/g, ".");

/** A, B und C @param {readonly string[]} woerter */
export const liste = (woerter, wort = "und") =>
  woerter.length < 2 ? (woerter[0] ?? "") : `${woerter.slice(0, -1).join(", ")} ${wort} ${woerter.at(-1)}`;

/** The first ones, and how many more there are. @param {readonly string[]} woerter */
export const einige = (woerter, hoechstens = 4) =>
  woerter.length > hoechstens + 1 ? `${woerter.slice(0, hoechstens).join(", ")} und ${woerter.length - hoechstens} weiteren` : liste(woerter);

/** 1 Maßnahme, 3 Maßnahmen @param {number} wert */
export const anzahl = (wert, eins, viele) => `${wert === 0 ? "keine" : zahl(wert)} ${wert === 1 ? eins : viele}`;

/** With a full stop, unless it has an end of its own. @param {string} text */
export const satz = (text) => (/[.!?…“]$/.test(text) ? text : `${text}.`);

/** The first letter large. @param {string} text */
export const gross = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const FALTEN = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Zwönitz, Zwoenitz and ZWÖNITZ meet; signs become spaces. @param {string} text */
export const falten = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (zeichen) => FALTEN[zeichen])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
