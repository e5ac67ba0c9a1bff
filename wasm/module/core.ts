/** The facade of core.wasm: plain objects in, plain objects out. */
import { coreBytes } from './core_bytes.js';
import { remember, send } from './cores.js';
import { flatten } from './flatten.js';
import { boxesFor, directionOf, layoutOf } from './layout.js';
import { diagnosticsOf, type RawCore, textsOf } from './raw.js';
import { CoreTrace, namedLists, namesOf } from './trace.js';
import type { CheckOptions, Core, Failure, LoadOptions, PipelineDefinition } from './types.js';

/** Loads the wasm and makes it ready. Rejects when the wasm cannot be had or compiled. */
export async function loadCore(options: LoadOptions = {}): Promise<Core> {
  const { default: createCore } = await import('./generated/core.js');
  const wasmBinary = options.wasmBinary ?? (await coreBytes());
  return facade(await createCore({ wasmBinary }));
}

function facade(core: RawCore): Core {
  const sent = (definition: unknown, { validation }: CheckOptions = {}): boolean => {
    send(core, flatten(definition));
    return validation === 'course';
  };

  const failure = (): Failure => ({ ok: false, diagnostics: diagnosticsOf(core) });
  core.pseudocode();
  const pseudocode = textsOf(core);
  core.version();
  const [version = ''] = textsOf(core);

  const orchestrator: Core = {
    version,
    pseudocode,

    check(definition, options) {
      core.check(sent(definition, options));
      return diagnosticsOf(core);
    },

    sort(definition, options) {
      if (!core.sort(sent(definition, options))) return failure();
      return { ok: true, order: namesOf(core.ids(), stepNames(definition)) };
    },

    tiers(definition, options) {
      if (!core.tiers(sent(definition, options))) return failure();
      const lists = { ids: core.ids(), ends: core.ends() };
      return { ok: true, tiers: namedLists(lists, stepNames(definition)) };
    },

    columns(definition, options) {
      if (!core.columns(sent(definition, options))) return failure();
      const names = stepNames(definition);
      const columns: string[][] = [];
      core.ids().forEach((column, id) => {
        while (columns.length <= column) columns.push([]);
        columns[column]?.push(names[id] as string);
      });
      const ends = namesOf(core.ends(), names);
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
      if (!core.layout(course, direction === 'down')) return failure();
      return layoutOf(core.numbers(), stepNames(definition), direction);
    },

    trace(definition, options) {
      const handle = core.open(sent(definition, options), true);
      if (!handle) return failure();
      return { ok: true, trace: new CoreTrace(core, handle, stepNames(definition)) };
    },

    sortIds(stepCount, pairs) {
      if (!Number.isInteger(stepCount) || stepCount < 0 || stepCount >= 2 ** 32 - 1) {
        throw new RangeError(`${stepCount} is no number of steps.`);
      }
      if (pairs.length % 2 !== 0) throw new RangeError('Pairs come in twos: upstream, dependent.');
      // The most that is needed at once: 16 bytes a step and 22 a pair.
      const bytes = stepCount * 16 + pairs.length * 11;
      if (bytes >= 2 ** 31 || !core.hasRoom(bytes)) {
        throw new RangeError(`There is no memory for ${stepCount} steps.`);
      }
      core.pairsRoom(pairs.length / 2).set(pairs);
      const outcome = core.sortIds(stepCount);
      if (outcome < 0) throw new RangeError('A dependency names a step that does not exist.');
      return { order: core.ids().slice(), stalled: outcome > 0 };
    },
  };
  remember(orchestrator, core);
  return orchestrator;
}

/** Only asked for a definition that the core has read without a mistake in its names. */
function stepNames(definition: unknown): string[] {
  return (definition as PipelineDefinition).steps.map((step) => step.name);
}
