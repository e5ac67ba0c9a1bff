/**
 * One engine and one graph, in a process of its own that can be ended. The graph is drawn and measured, then edited many
 * times over and drawn again after each single edit. Whatever is known is sent at once, as parts of one result.
 */
import { engines } from './engines.mjs';
import { edits, makeGraph, randomSource } from './graphs.mjs';
import { countsOf, faultsOf, hasFlips } from './measure.mjs';

/** Ready-compiled code is measured, not the compiling. */
const warmUp = { kind: 'cyclic', count: 50, seed: 99 };

async function quickest(draw, graph, runs) {
  const drawing = await draw(graph);
  for (let i = 1; i < runs; i++) drawing.ms = Math.min(drawing.ms, (await draw(graph)).ms);
  return drawing;
}

/** How many of `count` edits flip two steps, and what is wrong in the drawings after them. */
async function redraw(draw, { graph, before, edit, count, random }) {
  const result = { edits: count, flips: 0, overlaps: 0, under: 0 };
  for (let i = 0; i < count; i++) {
    const after = await draw(edit(graph, random), before);
    const { overlaps, under } = faultsOf(after);
    result.flips += hasFlips(before, after) ? 1 : 0;
    result.overlaps += overlaps;
    result.under += under;
  }
  return result;
}

async function work({ engine, graph: which, editsOfAKind }) {
  const { load, runs } = engines[engine];
  const draw = await load();
  await draw(makeGraph(warmUp));
  const graph = makeGraph(which);
  process.send({ dependencies: graph.dependencies.length });
  const before = await quickest(draw, graph, runs);
  process.send({ ms: before.ms });
  process.send(countsOf(before));
  if (editsOfAKind === 0) return;
  const random = randomSource(which.seed + 2000);
  const found = {};
  for (const [name, edit] of Object.entries(edits)) {
    found[name] = await redraw(draw, { graph, before, edit, count: editsOfAKind, random });
  }
  process.send({ edits: found });
}

try {
  await work(JSON.parse(process.argv[2]));
} catch (error) {
  process.send({ failure: String(error.message ?? error).split('\n')[0] });
}
process.disconnect();
