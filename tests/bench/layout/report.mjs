/** What npm run bench:layout prints of its results: one for each engine and graph, as drawing.mjs sends them. */
import { engines } from './engines.mjs';
import { edits } from './graphs.mjs';

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const total = (values) => values.reduce((sum, value) => sum + value, 0);
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });

function row(name, cells) {
  console.log([name.padEnd(12), ...cells.map((cell) => String(cell).padStart(18))].join(''));
}

/** A number, or why there is none. */
function cell({ late, failure }, value) {
  if (value !== undefined) return number(value);
  if (late) return `> ${late} s`;
  return failure ? 'failed' : '–';
}

/** One graph as every engine drew it. */
export function printGraph({ kind, count, seed }, drawn) {
  const dependencies = drawn[0].dependencies ?? 0;
  console.log(
    `\n${number(count)} steps, ${number(dependencies)} dependencies, ${kind}, seed ${seed}`,
  );
  row('', ['ms', 'crossings:', 'crossings:', 'steps', 'paths']);
  row('', ['', 'straight lines', 'drawn paths', 'overlapping', 'under steps']);
  for (const result of drawn) {
    const values = [result.ms, result.straight, result.paths, result.overlaps, result.under];
    row(
      engines[result.engine].name,
      values.map((value) => cell(result, value)),
    );
    if (result.failure) console.log(`  ${result.failure}`);
  }
}

/** How many single edits of a kind flipped two steps, over all graphs that an engine edited to the end. */
export function flipsOf(results, engine, edit) {
  const found = results.filter((one) => one.engine === engine && one.edits);
  const sum = (key) => total(found.map((one) => one.edits[edit][key]));
  return { flips: sum('flips'), edits: sum('edits'), share: sum('flips') / sum('edits') };
}

const share = ({ flips, edits: all }) =>
  all === 0 ? '–' : `${flips} of ${all}, ${Math.round((100 * flips) / all)} %`;

export function printEdits(results) {
  console.log('\nSingle edits that flip two steps of a layer; ours is given the drawing before');
  row('', Object.keys(edits));
  for (const [engine, { name }] of Object.entries(engines)) {
    row(
      name,
      Object.keys(edits).map((edit) => share(flipsOf(results, engine, edit))),
    );
  }
}

/** The mean over all graphs of a size, or why there is none: an engine that does not finish one of them has none. */
function meanOf(results, engine, count, key) {
  const found = results.filter((one) => one.engine === engine && one.count === count);
  const lacking = found.find((one) => one[key] === undefined);
  return lacking ? cell(lacking) : number(mean(found.map((one) => one[key])));
}

/** One line an engine, with means over all graphs of a size. */
export function printSummary(results) {
  const counts = [...new Set(results.map(({ count }) => count))];
  console.log('\nMeans over the graphs of a size');
  row('', [...counts.map((count) => `ms at ${number(count)}`), 'crossings at 500', 'adding flips']);
  for (const [engine, { name }] of Object.entries(engines)) {
    row(name, [
      ...counts.map((count) => meanOf(results, engine, count, 'ms')),
      meanOf(results, engine, 500, 'straight'),
      share(flipsOf(results, engine, 'add a step')),
    ]);
  }
}
