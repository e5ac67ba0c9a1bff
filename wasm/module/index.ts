/** Run Orchestrator's core for pages and Node: plain objects in, plain objects out. */
import { remember, send } from './cores.js';
import { flatten } from './flatten.js';
import { boxesFor, directionOf, layoutOf } from './layout.js';
import type { RawCore } from './raw.js';
import { CoreTrace, namedLists, namesOf } from './trace.js';
import type {
  CheckOptions,
  LoadOptions,
  Orchestrator,
  PipelineDefinition,
  SimulateOptions,
} from './types.js';

export type * from './types.js';

/** Loads the wasm and makes it ready. Rejects when the wasm cannot be had or compiled. */
export async function loadOrchestrator(options: LoadOptions = {}): Promise<Orchestrator> {
  const { default: createCore } = await import('./generated/core.js');
  const wasmBinary =
    options.wasmBinary ?? (await wasmBytes(new URL('./generated/core.wasm', import.meta.url)));
  return facade(await createCore({ wasmBinary }));
}

async function wasmBytes(url: URL): Promise<ArrayBuffer | Uint8Array> {
  if (url.protocol === 'file:') {
    // Only Node gets here: browsers cannot fetch files. Named by a variable so that no bundler looks for it.
    const fileSystem = 'node:fs/promises';
    const { readFile } = await import(/* @vite-ignore */ fileSystem);
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`The core could not be loaded: ${response.status} for ${url.pathname}`);
  return response.arrayBuffer();
}

function facade(core: RawCore): Orchestrator {
  const sent = (definition: unknown, { validation }: CheckOptions = {}): boolean => {
    send(core, flatten(definition));
    return validation === 'course';
  };

  const orchestrator: Orchestrator = {
    version: core.version(),
    pseudocode: core.pseudocode(),

    check: (definition, options) => core.check(sent(definition, options)),

    sort(definition, options) {
      const result = core.sort(sent(definition, options));
      return result.ok ? { ok: true, order: namesOf(result.order, stepNames(definition)) } : result;
    },

    tiers(definition, options) {
      const result = core.tiers(sent(definition, options));
      return result.ok ? { ok: true, tiers: namedLists(result, stepNames(definition)) } : result;
    },

    columns(definition, options) {
      const result = core.columns(sent(definition, options));
      if (!result.ok) return result;
      const names = stepNames(definition);
      const columns: string[][] = [];
      result.column.forEach((column, id) => {
        while (columns.length <= column) columns.push([]);
        columns[column]?.push(names[id] as string);
      });
      const ends = namesOf(result.back, names);
      const back = ends.flatMap((from, i) =>
        i % 2 === 0 ? { from, to: ends[i + 1] as string } : [],
      );
      return { ok: true, columns, back };
    },

    layout(definition, options = {}) {
      const direction = directionOf(options);
      const boxes = boxesFor(definition, options, direction);
      const course = sent(definition, options);
      core.boxesRoom(boxes.length / 4).set(boxes);
      const result = core.layout(course, direction === 'down');
      return result.ok ? layoutOf(result.numbers, stepNames(definition), direction) : result;
    },

    trace(definition, options) {
      const course = sent(definition, options);
      const raw = core.openTrace(course);
      if (!raw) return { ok: false, diagnostics: core.check(course) };
      return { ok: true, trace: new CoreTrace(raw, stepNames(definition)) };
    },

    simulate(definition, options) {
      const result = core.simulate(sent(definition, options), failFast(options));
      if (!result.ok) return result;
      const names = stepNames(definition);
      const { passed, total_duration_ms } = result;
      const results = result.results.map((row) => ({ ...row, step: names[row.step] as string }));
      return { ok: true, passed, total_duration_ms, results };
    },

    reportText: (definition, options) =>
      core.reportText(sent(definition, options), failFast(options)),

    sortIds(stepCount, pairs) {
      if (!Number.isInteger(stepCount) || stepCount < 0 || stepCount >= 2 ** 32 - 1) {
        throw new RangeError(`${stepCount} is no number of steps.`);
      }
      if (pairs.length % 2 !== 0) throw new RangeError('Pairs come in twos: upstream, dependent.');
      core.pairsRoom(pairs.length / 2).set(pairs);
      const result = core.sortIds(stepCount);
      if (!result.ok) throw new RangeError(result.message);
      return { order: result.order.slice(), stalled: result.stalled };
    },
  };
  remember(orchestrator, core);
  return orchestrator;
}

/** -1 leaves it to the definition. */
function failFast(options: SimulateOptions = {}): number {
  return options.failFast === undefined ? -1 : Number(options.failFast);
}

/** Only asked for a definition that the core has read without a mistake in its names. */
function stepNames(definition: unknown): string[] {
  return (definition as PipelineDefinition).steps.map((step) => step.name);
}
