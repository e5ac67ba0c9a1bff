/**
 * The graphs that all layout engines draw, and the edits after which they draw them again: {names, dependencies} with
 * dependencies as pairs of places [upstream, dependent]. Same seed, same graph, same edits.
 */

/** A small generator of random numbers (mulberry32): the same everywhere. */
export function randomSource(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (limit) => Math.floor(next() * limit), chance: (share) => next() < share };
}

/** The size of every step's box. */
export const box = { width: 140, height: 60 };

/** How far back a step's dependencies reach, unless they are long ones: at least and at most. */
const nearby = [5, 30];
const longShare = 0.12;

/**
 * A pipeline as people write them: each step depends on one or two of the steps just before it, and now and then on
 * any earlier one.
 */
function acyclicGraph(count, seed) {
  const random = randomSource(seed);
  const dependencies = [];
  for (let step = 1; step < count; step++) {
    const upstream = new Set();
    const wanted = random.chance(0.5) ? 2 : 1;
    const near = nearby[0] + random.below(nearby[1] - nearby[0] + 1);
    for (let i = 0; i < wanted; i++) {
      const reach = random.chance(longShare) ? step : Math.min(step, near);
      upstream.add(step - 1 - random.below(reach));
    }
    for (const from of upstream) dependencies.push([from, step]);
  }
  return { names: Array.from({ length: count }, (_, i) => `s${i}`), dependencies };
}

const isLinked = ({ dependencies }, from, to) =>
  dependencies.some(([a, b]) => a === from && b === to);

/** The same with dependencies that lead back, two for every hundred steps and at least two. */
function cyclicGraph(count, seed) {
  const graph = acyclicGraph(count, seed);
  const random = randomSource(seed + 1000);
  for (let i = 0; i < Math.max(2, count / 50); i++) {
    const to = random.below(count - 1);
    const from = Math.min(count - 1, to + 1 + random.below(nearby[0]));
    if (!isLinked(graph, from, to)) graph.dependencies.push([from, to]);
  }
  return graph;
}

const makers = { acyclic: acyclicGraph, cyclic: cyclicGraph };
export const kinds = Object.keys(makers);

export const makeGraph = ({ kind, count, seed }) => makers[kind](count, seed);

const dependentsOf = ({ dependencies }, step) =>
  dependencies.filter(([from]) => from === step).map(([, to]) => to);

/** Whether a path of dependencies leads from one step to another, or they are the same. */
function reaches(graph, from, to) {
  const seen = new Set([from]);
  for (const step of seen) for (const next of dependentsOf(graph, step)) seen.add(next);
  return seen.has(to);
}

const withDependencies = ({ names, dependencies }, ...added) => ({
  names,
  dependencies: [...dependencies, ...added],
});

/** Two different places, the lower one first. */
function twoPlaces({ names }, random) {
  const one = random.below(names.length);
  const other = (one + 1 + random.below(names.length - 1)) % names.length;
  return one < other ? [one, other] : [other, one];
}

/** At the end of a dependency, and half of the time at the start of another one too. */
function addStep(graph, random) {
  const [from, to] = twoPlaces(graph, random);
  const added = graph.names.length;
  const isBetween = random.chance(0.5) && !reaches(graph, to, from);
  const wider = { ...graph, names: [...graph.names, 'new'] };
  return withDependencies(wider, [from, added], ...(isBetween ? [[added, to]] : []));
}

/** One that closes no cycle. */
function addDependency(graph, random) {
  const [from, to] = twoPlaces(graph, random);
  if (isLinked(graph, from, to) || reaches(graph, to, from)) return addDependency(graph, random);
  return withDependencies(graph, [from, to]);
}

/** Back from where a walk of up to five dependencies ends. */
function closeCycle(graph, random) {
  const to = random.below(graph.names.length);
  let from = to;
  for (let left = 1 + random.below(5); left > 0; left--) {
    const onwards = dependentsOf(graph, from);
    if (onwards.length > 0) from = onwards[random.below(onwards.length)];
  }
  if (from === to || isLinked(graph, from, to)) return closeCycle(graph, random);
  return withDependencies(graph, [from, to]);
}

function removeStep({ names, dependencies }, random) {
  const gone = random.below(names.length);
  const place = (step) => (step > gone ? step - 1 : step);
  return {
    names: names.filter((_, step) => step !== gone),
    dependencies: dependencies
      .filter((pair) => !pair.includes(gone))
      .map(([from, to]) => [place(from), place(to)]),
  };
}

/** Single edits: each makes another graph of one. */
export const edits = {
  'add a step': addStep,
  'add a dependency': addDependency,
  'close a cycle': closeCycle,
  'remove a step': removeStep,
};
