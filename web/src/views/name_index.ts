/** All names of a pipeline, made ready once so that every letter typed is answered at once. */
import type { StepDefinition } from '../engine/index';
import { inSlices } from '../engine/slices';

export interface Matches {
  /** Places in the definition, the best first: the name itself, then names that begin so, then names that contain it. */
  best: number[];
  count: number;
}

export class NameIndex {
  private constructor(private readonly names: readonly string[]) {}

  static async of(
    steps: readonly StepDefinition[],
    wanted: () => boolean,
  ): Promise<NameIndex | null> {
    const names: string[] = [];
    const all = inSlices(
      (function* () {
        for (let at = 0; at < steps.length; at += 1) {
          names.push(small(steps[at]?.name ?? ''));
          if (at % 1000 === 999) yield;
        }
        return new NameIndex(names);
      })(),
      () => {},
      wanted,
    );
    return all;
  }

  find(part: string, most: number): Matches {
    const wanted = small(part);
    const best: { at: number; rank: number }[] = [];
    let count = 0;
    if (wanted === '') return { best: [], count };
    for (let at = 0; at < this.names.length; at += 1) {
      const name = this.names[at] as string;
      const place = name.indexOf(wanted);
      if (place === -1) continue;
      count += 1;
      // Of equally good ones the shorter, which has less that was not typed.
      const rank = (place === 0 ? 0 : 1e6) + name.length;
      const worst = best.at(-1);
      if (best.length === most && worst && rank >= worst.rank) continue;
      let to = best.length;
      while (to > 0 && (best[to - 1]?.rank ?? 0) > rank) to -= 1;
      best.splice(to, 0, { at, rank });
      best.length = Math.min(best.length, most);
    }
    return { best: best.map(({ at }) => at), count };
  }
}

/** Letters of every size are alike. */
function small(text: string): string {
  return text.toLowerCase();
}

/** A name around what was typed; `null` where small letters are not as many as large ones. */
export function split(name: string, part: string): [string, string, string] | null {
  const lower = small(name);
  const wanted = small(part);
  const at = lower.indexOf(wanted);
  if (at === -1 || lower.length !== name.length) return null;
  const end = at + wanted.length;
  return [name.slice(0, at), name.slice(at, end), name.slice(end)];
}
