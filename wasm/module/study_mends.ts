/** Mends as study.wasm answers them. */
import type { StudyCore } from './study_raw.js';
import type { Knot, Mend, Mends, StepPair } from './study_types.js';

/** `freed` answers what the removal of some dependencies frees. */
export function mendsFound(core: StudyCore, freed: (pairs: StepPair[]) => Uint32Array): Mends {
  const [steps, pairs, numbers] = [core.ids(), core.ends(), core.numbers()];
  const knots: Knot[] = [];
  for (let at = 0, step = 0, pair = 0; at < numbers.length; at += 3) {
    const [stepCount = 0, mendCount = 0, exact] = numbers.subarray(at, at + 3);
    const mends = Array.from({ length: mendCount }, (_, i): Mend => {
      const [from, to] = pairs.subarray(pair + 2 * i) as unknown as readonly [number, number];
      return withFrees({ from, to }, () => freed([{ from, to }]));
    });
    const knot = { steps: steps.slice(step, step + stepCount), mends, exact: exact === 1 };
    knots.push(withFrees(knot, () => freed(mends)));
    step += stepCount;
    pair += 2 * mendCount;
  }
  const all = () => knots.flatMap(({ mends }) => mends);
  return withFrees({ knots, exactUpTo: core.raw.study_exact_up_to() }, () => freed(all()));
}

/** Found out when it is first read: there can be many mends, and few are looked at. */
function withFrees<Found extends object>(found: Found, frees: () => Uint32Array) {
  let known: Uint32Array | undefined;
  return {
    ...found,
    get frees() {
      known ??= frees();
      return known;
    },
  };
}
