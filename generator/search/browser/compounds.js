/** Which words a compound is made of. Says the same as `generator/compounds.py`. */

const SHORTEST = 3;

/** The pieces of a compound as it spells them, the fewest possible; none where it is not made of known words. */
export function split(word, lexicon, german) {
  if (word.length > 60) return [];
  const best = [[]];
  for (let end = SHORTEST; end <= word.length; end++) {
    for (let start = 0; start <= end - SHORTEST; start++) {
      const before = best[start];
      if (!before || (best[end] && best[end].length <= before.length + 1) || (start === 0 && end === word.length)) continue;
      const piece = word.slice(start, end);
      if (end < word.length ? part(piece, lexicon, german) : lexicon.has(piece)) best[end] = [...before, piece];
    }
  }
  const found = best[word.length] ?? [];
  return found.length > 1 ? found : [];
}

/** The stem of a piece: what stands between two words, as in Verkehrszählung, looks like an ending and goes like one. */
export function part(piece, lexicon, german) {
  if (lexicon.has(piece)) return piece;
  const bare = german.stem(piece);
  return bare.length >= SHORTEST && lexicon.has(bare) ? bare : null;
}

/** Every word inside a compound, of one piece or of several in a row: park, parkraum, raum ... and whether it ends it. */
export function* partsOf(pieces, lexicon, german) {
  for (let from = 0; from < pieces.length; from++) {
    for (let to = from + 1; to <= pieces.length; to++) {
      if (to - from === pieces.length) continue;
      const last = pieces[to - 1];
      const bare = to === pieces.length ? last : part(last, lexicon, german);
      if (bare) yield { word: pieces.slice(from, to - 1).join("") + bare, atEnd: to === pieces.length };
    }
  }
}
