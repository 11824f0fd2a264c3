/** Words that differ from a mistyped one by a letter or two. */

const ONE_FROM = 4;
const TWO_FROM = 8;

function allowedErrors(word) {
  return word.length >= TWO_FROM ? 2 : word.length >= ONE_FROM ? 1 : 0;
}

/** The known words nearest to one: those with the fewest letters wrong, missing, doubled or swapped. */
export function nearest(word, known) {
  let limit = allowedErrors(word);
  let found = [];
  if (!limit) return [];
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit || candidate.length < ONE_FROM - 1) continue;
    const errors = distance(word, candidate, limit);
    if (errors > limit) continue;
    if (errors < limit) [limit, found] = [errors, []];
    found.push(candidate);
  }
  return found;
}

/** Letters to change, add, drop or swap; more than the limit is only known to be more. */
export function distance(one, other, limit) {
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) value = Math.min(value, beforeLast[j - 2] + 1);
      row[j] = value;
      if (value < smallest) smallest = value;
    }
    if (smallest > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[other.length];
}
