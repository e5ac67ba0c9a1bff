/** The graphs of graphs.cpp once more, number by number: kinds shuffled, local and unsorted. */

const dependenciesPerStep = 4;
const window = 64;

/** SplitMix32: the same numbers below a limit at every run; see graphs.cpp. */
export function makeRandom(seed = 42) {
  let state = seed;
  return (limit) => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    z ^= z >>> 15;
    return Math.floor(((z >>> 0) * limit) / 4294967296);
  };
}

/** Pairs (upstream, dependent) one after another, as `sortIds` takes them. */
export function makePairs(kind, steps) {
  const below = makeRandom();
  const hidden = Uint32Array.from({ length: steps }, (_, i) => i);
  if (kind !== 'local') {
    for (let i = steps; i > 1; --i) {
      const other = below(i);
      [hidden[i - 1], hidden[other]] = [hidden[other], hidden[i - 1]];
    }
  }
  const place = new Uint32Array(steps);
  for (let i = 0; i < steps; ++i) place[hidden[i]] = i;

  const pairs = new Uint32Array(2 * dependenciesPerStep * Math.max(0, steps - 1));
  let size = 0;
  for (let step = 0; step < steps; ++step) {
    const reach = kind === 'local' ? Math.min(place[step], window) : place[step];
    for (let i = 0; reach > 0 && i < dependenciesPerStep; ++i) {
      pairs[size++] = hidden[place[step] - 1 - below(reach)];
      pairs[size++] = step;
    }
  }
  if (kind === 'unsorted') {
    for (let i = size / 2; i > 1; --i) {
      const other = below(i);
      for (const side of [0, 1]) {
        const from = 2 * (i - 1) + side;
        const to = 2 * other + side;
        [pairs[from], pairs[to]] = [pairs[to], pairs[from]];
      }
    }
  }
  return pairs;
}

/** The same graph as an author would write it. */
export function nameSteps(steps, pairs) {
  const definition = {
    steps: Array.from({ length: steps }, (_, i) => ({ name: `step-${i}`, depends_on: [] })),
  };
  for (let i = 0; i < pairs.length; i += 2) {
    definition.steps[pairs[i + 1]].depends_on.push(`step-${pairs[i]}`);
  }
  return definition;
}

export function checksum(order) {
  let sum = 0;
  for (const id of order) sum = (Math.imul(sum, 31) + id) >>> 0;
  return sum;
}
