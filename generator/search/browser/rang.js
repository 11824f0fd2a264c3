/**
 * Which documents a query finds, in which order. Per word of the query a document counts with its best reading; what
 * meets all words comes before what meets some.
 */

export const GEWICHTE = { weitere: 0.15, deckung: 1.6, fehlt: 0.6, titelGleich: 1.6, titelAnteil: 0.35, guteLesart: 0.55, nurThema: 0.5 };

const TEXTFELDER = new Set(["titel", "kurz", "mehr"]);

export class Rang {
  constructor(bestand, index) {
    this.bestand = bestand;
    this.index = index;
  }

  /** @returns {Map<number, {punkte: number, worte: Set<string>, ueber: Set<string>}>} */
  ordnen(begriffe) {
    const bewertet = begriffe.map((begriff) => this.#bewerten(begriff)).filter(({ werte }) => werte.size);
    const gesamt = bewertet.reduce((summe, { seltenheit }) => summe + seltenheit, 0);
    const gefunden = new Map();
    for (const { werte, seltenheit } of bewertet) {
      for (const [dokument, { wert, guete, worte, ueber }] of werte) {
        let eintrag = gefunden.get(dokument);
        if (!eintrag) gefunden.set(dokument, (eintrag = { punkte: 0, deckung: 0, zahl: 0, worte: new Set(), ueber: new Set() }));
        eintrag.punkte += wert;
        eintrag.deckung += (seltenheit / gesamt) * guete;
        eintrag.zahl += 1;
        for (const wort of worte) eintrag.worte.add(wort);
        for (const wort of ueber) eintrag.ueber.add(wort);
      }
    }
    for (const [dokument, eintrag] of gefunden) {
      eintrag.punkte *= eintrag.deckung ** GEWICHTE.deckung * GEWICHTE.fehlt ** (bewertet.length - eintrag.zahl) * this.#titel(dokument, begriffe);
    }
    return gefunden;
  }

  /** What a document is worth for one word of the query, by its best reading. */
  #bewerten({ lesarten }) {
    const gelesen = lesarten.map((lesart) => ({ lesart, treffer: this.#lesen(lesart.teile) }));
    const gute = new Set();
    for (const { lesart, treffer } of gelesen) {
      for (const [dokument, { guete }] of treffer) if (lesart.faktor * guete >= GEWICHTE.guteLesart) gute.add(dokument);
    }
    const seltenheit = this.index.seltenheit(gute.size || new Set(gelesen.flatMap(({ treffer }) => [...treffer.keys()])).size);
    const werte = new Map();
    for (const { lesart, treffer } of gelesen) {
      for (const [dokument, { wert, guete, worte }] of treffer) {
        this.#eintragen(werte, dokument, wert * seltenheit * lesart.faktor, lesart.faktor * guete, worte, lesart.ueber ? worte : []);
      }
    }
    return { werte, seltenheit };
  }

  #eintragen(werte, dokument, wert, guete, worte, ueber) {
    const bisher = werte.get(dokument);
    if (!bisher) {
      werte.set(dokument, { wert, guete, worte: [...worte], ueber });
      return;
    }
    bisher.worte.push(...worte);
    const [gross, klein] = wert > bisher.wert ? [wert, bisher.wert] : [bisher.wert, wert];
    bisher.wert = gross + klein * GEWICHTE.weitere;
    if (guete > bisher.guete) Object.assign(bisher, { guete, ueber });
  }

  /** The documents that meet every part of a reading in one text, with a value that leaves out how rare the words are. */
  #lesen(teile) {
    let gemeinsam = null;
    for (const formen of teile) {
      const hier = this.#formen(formen);
      if (!gemeinsam) gemeinsam = hier;
      else {
        for (const [dokument, bisher] of gemeinsam) {
          const dazu = hier.get(dokument);
          const felder = dazu && bisher.felder.filter((feld) => TEXTFELDER.has(feld) && dazu.felder.includes(feld));
          if (!felder?.length) gemeinsam.delete(dokument);
          else {
            gemeinsam.set(dokument, {
              wert: bisher.wert + dazu.wert,
              guete: Math.min(bisher.guete, dazu.guete),
              felder,
              worte: bisher.worte.concat(dazu.worte),
            });
          }
        }
      }
    }
    if (teile.length > 1) for (const treffer of gemeinsam.values()) treffer.wert /= teile.length;
    return gemeinsam;
  }

  #formen(formen) {
    const gefunden = new Map();
    for (const { wort, faktor } of formen) {
      const seltenheit = this.index.seltenheitVon(wort);
      for (const [dokument, { wert, felder }] of this.index.suchen(wort)) {
        const guete = faktor * (felder.length === 1 && felder[0] === "themen" ? GEWICHTE.nurThema : 1);
        const hier = (wert / seltenheit) * faktor;
        const bisher = gefunden.get(dokument);
        if (!bisher) gefunden.set(dokument, { wert: hier, guete, felder, worte: [wort] });
        else {
          bisher.felder = [...new Set([...bisher.felder, ...felder])];
          bisher.worte = [...bisher.worte, wort];
          bisher.wert = Math.max(bisher.wert, hier);
          bisher.guete = Math.max(bisher.guete, guete);
        }
      }
    }
    return gefunden;
  }

  /** A title that says just what was asked is meant. */
  #titel(dokument, begriffe) {
    const titel = new Set(this.bestand.deutsch.begriffe(this.bestand.titel[dokument]));
    if (!titel.size) return 1;
    const gefragt = begriffe.filter(({ stamm, statt }) => titel.has(stamm) || statt?.some((wort) => titel.has(wort))).length;
    return gefragt === titel.size && gefragt === begriffe.length ? GEWICHTE.titelGleich : 1 + (GEWICHTE.titelAnteil * gefragt) / titel.size;
  }
}
