// How numbers, dates and lists are said in German, and how names are compared.

const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

/** 2024-06-30 is 30. Juni 2024, 2024-06 is Juni 2024. @param {string} value */
export function day(value) {
  const [year, month, day] = value.split("-");
  if (!month) return year;
  return `${day ? `${Number(day)}. ` : ""}${MONTHS[Number(month) - 1]} ${year}`;
}

/** vom 30. Juni 2024, von Juni 2024 @param {string} value */
export const ofDate = (value) => `${value.length > 7 ? "vom" : "von"} ${day(value)}`;

/** 12345 is 12.345 @param {number} value */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

/** A, B und C @param {readonly string[]} words */
export const listed = (words, word = "und") =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${word} ${words.at(-1)}`;

/** The first ones, and how many more there are. @param {readonly string[]} words */
export const few = (words, most = 4) =>
  words.length > most + 1 ? `${words.slice(0, most).join(", ")} und ${words.length - most} weiteren` : listed(words);

/** 1 Maßnahme, 3 Maßnahmen @param {number} value */
export const count = (value, singular, plural) => `${value === 0 ? "keine" : number(value)} ${value === 1 ? singular : plural}`;

/** With a full stop, unless it has an end of its own. @param {string} text */
export const sentence = (text) => (/[.!?…“]$/.test(text) ? text : `${text}.`);

/** The first letter large. @param {string} text */
export const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const FOLDS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Zwönitz, Zwoenitz and ZWÖNITZ meet; signs become spaces. @param {string} text */
export const fold = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (sign) => FOLDS[sign])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
