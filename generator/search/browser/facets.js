/** Filters: several values of one facet widen, several facets narrow; and how many hits a further click would leave. */

export class Facets {
  constructor(store) {
    this.facets = store.facets;
    this.numbers = Object.fromEntries(
      Object.entries(this.facets).map(([name, { values }]) => [name, new Map(values.map(([id], number) => [id, number]))]),
    );
  }

  /** Unknown facets and values change nothing: a broken address still shows something. */
  valid(filter) {
    const filtered = Object.entries(filter)
      .filter(([name]) => Object.hasOwn(this.facets, name))
      .map(([name, ids]) => [name, new Set(ids.map((id) => this.numbers[name].get(id)).filter((number) => number !== undefined))]);
    return filtered.filter(([, values]) => values.size);
  }

  /**
   * The documents that pass all filters, and for every value how many would be shown if it were chosen as well:
   * those that have it and pass the filters of all other facets.
   */
  filter(numbers, filter) {
    const filtered = this.valid(filter);
    const counts = Object.fromEntries(Object.entries(this.facets).map(([name, { values }]) => [name, new Array(values.length).fill(0)]));
    const kept = [];
    for (const number of numbers) {
      const missed = filtered.filter(([name, values]) => !this.facets[name].of[number].some((value) => values.has(value)));
      if (!missed.length) kept.push(number);
      if (missed.length > 1) continue;
      for (const name of missed.length ? [missed[0][0]] : Object.keys(this.facets)) {
        for (const value of this.facets[name].of[number]) counts[name][value]++;
      }
    }
    return { kept, counts };
  }
}
