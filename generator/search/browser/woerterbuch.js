/** From stems back to words a reader would write: as a title spells them. */

import { worte } from "./deutsch.js";
import { naechste } from "./naehe.js";

const WORT = /[\p{L}\p{N}]+/gu;
const HOECHSTENS = 6;

export class Woerterbuch {
  constructor(bestand) {
    this.bestand = bestand;
  }

  get schreibweisen() {
    if (!this.gefunden) {
      this.gefunden = new Map();
      for (const titel of this.bestand.titel) {
        for (const [wort] of titel.normalize("NFC").matchAll(WORT)) {
          const [gefaltet] = worte(wort);
          const stamm = gefaltet && this.bestand.deutsch.stamm(gefaltet);
          if (stamm && !this.gefunden.has(stamm)) this.gefunden.set(stamm, wort);
        }
      }
    }
    return this.gefunden;
  }

  schreibweise(stamm) {
    return this.schreibweisen.get(stamm) ?? stamm;
  }

  /** Words of titles that are written nearly like those of a query nobody understood. */
  aehnliche(begriffe) {
    const gefunden = begriffe.flatMap(({ stamm }) => [...naechste(stamm, this.schreibweisen.keys()), ...this.#gleicherAnfang(stamm)]);
    return [...new Set(gefunden.map((stamm) => this.schreibweise(stamm)))].slice(0, HOECHSTENS);
  }

  #gleicherAnfang(stamm) {
    const anfang = stamm.slice(0, Math.max(4, stamm.length - 4));
    return stamm.length < 5 ? [] : [...this.schreibweisen.keys()].filter((anderer) => anderer.startsWith(anfang)).slice(0, 3);
  }
}
