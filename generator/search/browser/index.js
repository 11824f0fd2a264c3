/**
 * lunr's index, filled as far as it is asked. A word enters it when somebody first searches for it: with its documents
 * and the weight it has in each, computed as lunr computed it when the site was built.
 */

/* global lunr */

export class Index {
  constructor(bestand) {
    this.bestand = bestand;
    const { faktoren, b, k1 } = bestand.daten;
    this.felder = Object.keys(faktoren);
    Object.assign(this, { faktoren, b, k1, treffer: new Map(), postings: Object.create(null), vektoren: Object.create(null) });
    this.mittel = Object.fromEntries(this.felder.map((feld) => [feld, mittel(bestand.laengen[feld])]));
    this.lunr = new lunr.Index({
      invertedIndex: this.postings,
      fieldVectors: this.vektoren,
      tokenSet: { intersect: (gesucht) => gesucht },
      fields: this.felder,
      pipeline: new lunr.Pipeline(),
    });
  }

  kennt(wort) {
    return this.bestand.nummern.has(wort);
  }

  /** The documents of a word with lunr's score and the fields it stands in. */
  suchen(wort) {
    let gefunden = this.treffer.get(wort);
    if (!gefunden) {
      this.#aufnehmen(wort);
      const ergebnis = this.lunr.query((anfrage) => anfrage.term(wort, { usePipeline: false }));
      gefunden = new Map(
        ergebnis.map(({ ref, score, matchData }) => [Number(ref), { wert: score, felder: Object.keys(matchData.metadata[wort]) }]),
      );
      this.treffer.set(wort, gefunden);
    }
    return gefunden;
  }

  /** How telling a word is that stands in so many fields of documents: lunr's measure. */
  seltenheit(anzahl) {
    return Math.log(1 + Math.abs((this.bestand.anzahl - anzahl + 0.5) / (anzahl + 0.5)));
  }

  seltenheitVon(wort) {
    return this.seltenheit(this.felder.reduce((summe, feld) => summe + (this.bestand.stellen[feld].get(wort)?.length ?? 0) / 2, 0));
  }

  #aufnehmen(wort) {
    const nummer = this.bestand.nummern.get(wort);
    const posting = { _index: nummer };
    const seltenheit = this.seltenheitVon(wort);
    for (const feld of this.felder) {
      posting[feld] = Object.create(null);
      const paare = this.bestand.stellen[feld].get(wort) ?? [];
      for (let i = 0; i < paare.length; i += 2) {
        const name = `${feld}/${paare[i]}`;
        posting[feld][paare[i]] = {};
        (this.vektoren[name] ??= new lunr.Vector()).upsert(nummer, seltenheit * this.#gewicht(feld, paare[i], paare[i + 1]), (alt) => alt);
      }
    }
    this.postings[wort] = posting;
  }

  /** BM25 as lunr has it, for a word that stands so often in this field of this document. */
  #gewicht(feld, dokument, oft) {
    const laenge = this.bestand.laengen[feld][dokument] / this.mittel[feld];
    const art = this.bestand.daten.gewichte[this.bestand.artVon[dokument]];
    return (((this.k1 + 1) * oft) / (this.k1 * (1 - this.b + this.b * laenge) + oft)) * this.faktoren[feld] * art;
  }
}

function mittel(werte) {
  return werte.reduce((summe, wert) => summe + wert, 0) / werte.length || 1;
}
