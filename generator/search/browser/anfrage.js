/** What a reader typed, taken apart: words, "quoted phrases" and -exclusions. Nothing in it can be an instruction. */

import { worte } from "./deutsch.js";

const HOECHSTENS_ZEICHEN = 400;
const HOECHSTENS_WORTE = 24;
const ANFUEHRUNG = /[„“”«»‟]/g;
const STUECK = /(-?)"([^"]*)"?|(\S+)/g;
const AUSSCHLUSS = /^[-–−](?=[\p{L}\p{N}])/u;

/**
 * @param {string} eingabe
 * @param {import("./deutsch.js").Deutsch} deutsch
 */
export function zerlegeAnfrage(eingabe, deutsch) {
  const leer = !eingabe.trim();
  const anfrage = { leer, worte: [], phrasen: [], ohne: [], gekuerzt: eingabe.length > HOECHSTENS_ZEICHEN, offen: !/\s$/.test(eingabe) };
  for (const [, minus, zitat, einzeln] of eingabe.slice(0, HOECHSTENS_ZEICHEN).replace(ANFUEHRUNG, '"').matchAll(STUECK)) {
    if (zitat !== undefined) {
      const folge = worte(zitat).map((wort) => deutsch.stamm(wort));
      const sinn = deutsch.begriffe(zitat);
      if (folge.length) (minus ? anfrage.ohne : anfrage.phrasen).push({ folge, sinn });
    } else if (AUSSCHLUSS.test(einzeln)) {
      anfrage.ohne.push(...worte(einzeln).filter((wort) => deutsch.traegtBedeutung(wort)).map((wort) => deutsch.stamm(wort)).map((stamm) => ({ folge: [stamm], sinn: [stamm] })));
    } else {
      anfrage.worte.push(...worte(einzeln).filter((wort) => deutsch.traegtBedeutung(wort)).map((wort) => ({ wort, stamm: deutsch.stamm(wort) })));
    }
  }
  anfrage.gekuerzt ||= anfrage.worte.length > HOECHSTENS_WORTE;
  anfrage.worte = anfrage.worte.slice(0, HOECHSTENS_WORTE);
  return anfrage;
}
