/** Mends as study.wasm answers them. */
import type { StudyCore } from './study_raw.js';
import type { Knot, Mend, Mends, Sentence, StepPair } from './study_types.js';

/** What only the open study can answer. */
export interface Asked {
  freed(pairs: StepPair[]): Uint32Array;
  /** Of a knot by its place, of one mend, or of all. */
  told(about: number | StepPair | null): Sentence[];
}

export function mendsFound(core: StudyCore, asked: Asked): Mends {
  const [steps, pairs, numbers] = [core.ids(), core.ends(), core.numbers()];
  const knots: Knot[] = [];
  for (let at = 0, step = 0, pair = 0; at < numbers.length; at += 3) {
    const [stepCount = 0, mendCount = 0, exact] = numbers.subarray(at, at + 3);
    const mends = Array.from({ length: mendCount }, (_, i): Mend => {
      const [from, to] = pairs.subarray(pair + 2 * i) as unknown as readonly [number, number];
      const mend = { from, to };
      return whenRead(mend, [mend], mend, asked);
    });
    const knot = { steps: steps.slice(step, step + stepCount), mends, exact: exact === 1 };
    knots.push(whenRead(knot, mends, knots.length, asked));
    step += stepCount;
    pair += 2 * mendCount;
  }
  const found = { knots, exactUpTo: core.raw.study_exact_up_to() };
  const all = knots.flatMap(({ mends }) => mends);
  return whenRead(found, all, null, asked);
}

/** What frees and sentences there are is found out when they are first read: there can be many mends, and few are looked at. */
function whenRead<Found extends object>(
  found: Found,
  gone: StepPair[],
  about: number | StepPair | null,
  { freed, told }: Asked,
) {
  let frees: Uint32Array | undefined;
  let sentences: Sentence[] | undefined;
  return {
    ...found,
    get frees() {
      frees ??= freed(gone);
      return frees;
    },
    get sentences() {
      sentences ??= told(about);
      return sentences;
    },
  };
}
