/** The facade of core.wasm: plain objects in, plain objects out. */
import { coreBytes } from './core_bytes.js';
import { remember, reportFrom, send } from './cores.js';
import { flatten } from './flatten.js';
import { boxesFor, directionOf, layoutOf } from './layout.js';
import { diagnosticsOf, type RawCore, textsOf } from './raw.js';
import { CoreTrace, namedLists, namesOf } from './trace.js';
import type {
  CheckOptions,
  Failure,
  LoadOptions,
  Orchestrator,
  PipelineDefinition,
  SimulateOptions,
  Status,
} from './types.js';

/** In the order of `enum class Status` in core/run.h. */
const statuses: readonly Status[] = ['PENDING', 'RUNNING', 'SUCCESS', 'FAILED', 'SKIPPED'];

/** Loads the wasm and makes it ready. Rejects when the wasm cannot be had or compiled. */
export async function loadOrchestrator(options: LoadOptions = {}): Promise<Orchestrator> {
  const { default: createCore } = await import('./generated/core.js');
  const wasmBinary = options.wasmBinary ?? (await coreBytes());
  return facade(await createCore({ wasmBinary }));
}

function facade(core: RawCore): Orchestrator {
  const sent = (definition: unknown, { validation }: CheckOptions = {}): boolean => {
    send(core, flatten(definition));
    return validation === 'course';
  };

  const failure = (): Failure => ({ ok: false, diagnostics: diagnosticsOf(core) });
  core.pseudocode();
  const pseudocode = textsOf(core);
  core.version();
  const [version = ''] = textsOf(core);

  const orchestrator: Orchestrator = {
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

    simulate(definition, options) {
      if (!core.simulate(sent(definition, options), failFast(options))) return failure();
      const names = stepNames(definition);
      const texts = textsOf(core);
      const numbers = core.numbers();
      const number = (place: number) => numbers[place] as number;
      const results = Array.from({ length: texts.length / 2 }, (_, row) => ({
        step: names[number(2 + row * 4)] as string,
        status: statuses[number(3 + row * 4)] as Status,
        attempts: number(4 + row * 4),
        duration_ms: number(5 + row * 4),
        output: texts[row * 2] as string,
        error: texts[row * 2 + 1] as string,
      }));
      return { ok: true, passed: number(0) === 1, total_duration_ms: number(1), results };
    },

    reportText: (definition, options) =>
      reportFrom(core, sent(definition, options), failFast(options)),

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

/** -1 leaves it to the definition. */
function failFast(options: SimulateOptions = {}): number {
  return options.failFast === undefined ? -1 : Number(options.failFast);
}

/** Only asked for a definition that the core has read without a mistake in its names. */
function stepNames(definition: unknown): string[] {
  return (definition as PipelineDefinition).steps.map((step) => step.name);
}
