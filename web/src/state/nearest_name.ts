/** The name that was probably meant, as core/text.h finds it: its hints and our buttons must not differ. */

const longest = 64;
const bytes = new TextEncoder();

/**
 * The candidate with the fewest typing mistakes, at most a third of the word's length, rounded up; the first of several
 * as near, null when there is none.
 */
export function nearestName(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  const typed = bytes.encode(word);
  let fewest = Math.floor((typed.length + 2) / 3) + 1;
  for (const candidate of candidates) {
    const other = bytes.encode(candidate);
    const mistakes = typingMistakes(typed, other, fewest);
    if (mistakes >= fewest || mistakes >= other.length) continue;
    best = candidate;
    fewest = mistakes;
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours; `limit` + 1 when there are more. */
function typingMistakes(a: Uint8Array, b: Uint8Array, limit: number): number {
  if (a.length > longest || b.length > longest) return sameBytes(a, b) ? 0 : limit + 1;
  const [from, to] = [folded(a), folded(b)];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const row = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const substituted = at(above, column - 1) + (from[line - 1] === to[column - 1] ? 0 : 1);
      let least = Math.min(at(above, column) + 1, at(row, column - 1) + 1, substituted);
      const swapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      if (line > 1 && column > 1 && swapped) least = Math.min(least, at(twoAbove, column - 2) + 1);
      row.push(least);
    }
    twoAbove = above;
    above = row;
  }
  return Math.min(at(above, to.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

/** Case and what separates words are no typing mistakes. */
function folded(word: Uint8Array): Uint8Array {
  const [underscore, hyphen, space] = [0x5f, 0x2d, 0x20];
  return word
    .filter((byte) => byte !== underscore && byte !== hyphen && byte !== space)
    .map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, place) => byte === b[place]);
}
