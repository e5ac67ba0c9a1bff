/** What our drawings must achieve: each target with its number, and whether it is met (undefined: open). */
import { edits, kinds } from './graphs.mjs';
import { flipsOf, mean } from './report.mjs';

const most = {
  /** For 5,000 steps. */
  ms: 200,
  /** Times the crossings of Graphviz at 500 steps. */
  ofGraphviz: 1.1,
  /** Times the crossings of dagre, for any graph. */
  ofDagre: 1,
  /** Share of the edits that flip two steps. */
  flips: { 'add a step': 0, 'add a dependency': 0, 'close a cycle': 0.05, 'remove a step': 0 },
};

/** A number that is missing misses its target: ours must always have one. */
const verdict = (what, value, limit, told) => ({ what: `${what}: ${told}`, isMet: value <= limit });
/** A peer has none, so there is nothing to be compared with. */
const open = (what, why) => ({ what: `${what}: ${why}`, isMet: undefined });

function time(ours, kind) {
  const { ms, late, failure } = ours.find((one) => one.kind === kind && one.count === 5000);
  const told = ms === undefined ? (failure ?? `more than ${late} s`) : `${ms.toFixed(0)} ms`;
  return verdict(`5,000 steps, ${kind}`, ms, most.ms, `${told} of at most ${most.ms} ms`);
}

/** Ours and a peer's result for every graph of which both counted the crossings. */
function pairsWith(results, peer, isWanted) {
  const isSame = (a, b) => a.kind === b.kind && a.count === b.count && a.seed === b.seed;
  return results
    .filter((one) => one.engine === 'ours' && isWanted(one))
    .map((one) => [one, results.find((other) => other.engine === peer && isSame(one, other))])
    .filter((pair) => pair.every(({ straight }) => straight !== undefined));
}

function besideGraphviz(results, kind) {
  const what = `crossings at 500 steps, ${kind}`;
  const isWanted = (one) => one.kind === kind && one.count === 500;
  const pairs = pairsWith(results, 'graphviz', isWanted);
  if (pairs.length === 0) return open(what, 'Graphviz did not finish');
  const [ours, theirs] = [0, 1].map((i) => mean(pairs.map((pair) => pair[i].straight)));
  const ratio = ours / theirs;
  const limit = most.ofGraphviz;
  const means = `mean ${ours.toFixed(0)} beside ${theirs.toFixed(0)}`;
  const told = `${ratio.toFixed(3)} of at most ${limit} times Graphviz's (${means})`;
  return verdict(what, ratio, limit, told);
}

/** The graph where ours has most crossings beside dagre's: none must have more. */
function besideDagre(results, count) {
  const what = `crossings at ${count.toLocaleString('en')} steps, each graph`;
  const pairs = pairsWith(results, 'dagre', (one) => one.count === count);
  if (pairs.length === 0) return open(what, 'dagre did not finish');
  const worst = Math.max(...pairs.map(([ours, theirs]) => ours.straight / theirs.straight));
  const told = `at worst ${worst.toFixed(3)} of at most ${most.ofDagre} times dagre's`;
  return verdict(what, worst, most.ofDagre, `${told} (${pairs.length} graphs)`);
}

/** Over all drawings, those after edits too. */
function faults(ours, key, what) {
  const lists = ours.map((one) => [one, ...Object.values(one.edits ?? {})]);
  const found = lists.flat().reduce((sum, one) => sum + one[key], 0);
  return verdict(what, found, 0, found);
}

function flips(results, edit) {
  const { flips: found, edits: all, share } = flipsOf(results, 'ours', edit);
  const limit = most.flips[edit];
  const told = `${found} of ${all} (${(100 * share).toFixed(1)} %), at most ${100 * limit} %`;
  return verdict(`edits that flip two steps, ${edit}`, share, limit, told);
}

export function judge(results) {
  const ours = results.filter(({ engine }) => engine === 'ours');
  const counts = [...new Set(ours.map(({ count }) => count))];
  return [
    ...kinds.map((kind) => time(ours, kind)),
    ...kinds.map((kind) => besideGraphviz(results, kind)),
    ...counts.map((count) => besideDagre(results, count)),
    faults(ours, 'overlaps', 'steps that overlap'),
    faults(ours, 'under', 'paths under steps'),
    ...Object.keys(edits).map((edit) => flips(results, edit)),
  ];
}

export function printTargets(verdicts) {
  console.log('\nTargets');
  for (const { what, isMet } of verdicts) {
    const word = isMet === undefined ? 'open' : isMet ? 'met' : 'MISSED';
    console.log(`  ${word.padEnd(6)}  ${what}`);
  }
}
