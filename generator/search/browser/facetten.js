/** Filters: several values of one facet widen, several facets narrow; and how many hits a further click would leave. */

export class Facetten {
  constructor(bestand) {
    this.facetten = bestand.facetten;
    this.nummern = Object.fromEntries(
      Object.entries(this.facetten).map(([name, { werte }]) => [name, new Map(werte.map(([id], nummer) => [id, nummer]))]),
    );
  }

  /** Unknown facets and values change nothing: a broken address still shows something. */
  gueltig(filter) {
    const gefiltert = Object.entries(filter)
      .filter(([name]) => Object.hasOwn(this.facetten, name))
      .map(([name, ids]) => [name, new Set(ids.map((id) => this.nummern[name].get(id)).filter((nummer) => nummer !== undefined))]);
    return gefiltert.filter(([, werte]) => werte.size);
  }

  /**
   * The documents that pass all filters, and for every value how many would be shown if it were chosen as well:
   * those that have it and pass the filters of all other facets.
   */
  filtern(nummern, filter) {
    const gefiltert = this.gueltig(filter);
    const zaehler = Object.fromEntries(Object.entries(this.facetten).map(([name, { werte }]) => [name, new Array(werte.length).fill(0)]));
    const bleiben = [];
    for (const nr of nummern) {
      const verfehlt = gefiltert.filter(([name, werte]) => !this.facetten[name].von[nr].some((wert) => werte.has(wert)));
      if (!verfehlt.length) bleiben.push(nr);
      if (verfehlt.length > 1) continue;
      for (const name of verfehlt.length ? [verfehlt[0][0]] : Object.keys(this.facetten)) {
        for (const wert of this.facetten[name].von[nr]) zaehler[name][wert]++;
      }
    }
    return { bleiben, zaehler };
  }
}
