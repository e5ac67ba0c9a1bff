/** The facade of run.wasm: the rules of runs, and what they make of a pipeline. */
import { runBytes } from './run_bytes.js';
import { eventKinds, reasons, statuses } from './run_enums.js';
import { RunCore } from './run_raw.js';
import { CoreRunTrace } from './run_trace.js';
import type {
  Policy,
  PolicyId,
  Reason,
  RunEventKind,
  RunInput,
  RunOptions,
  RunTrace,
  Transition,
} from './run_types.js';
import type { LoadOptions, Status } from './types.js';

/** As Mode of wasm/run_bindings.cpp. */
const modes = ['simulated', 'live', 'without events'] as const;
type Mode = (typeof modes)[number];
const delays = ['none', 'constant', 'exponential'] as const;
/** As limits of core/definition_reader.h. */
const mostWorkers = 1000;
const mostMs = 2 ** 31 - 1;

/** Loads run.wasm and makes it ready. Rejects when it cannot be had or compiled. */
export async function loadRuns({ wasmBinary }: LoadOptions = {}): Promise<Runs> {
  return new Runs(await RunCore.of(wasmBinary ?? (await runBytes())));
}

export class Runs {
  readonly policies: readonly Policy[];
  readonly transitions: readonly Transition[];
  readonly core: RunCore;

  constructor(core: RunCore) {
    this.core = core;
    this.policies = policiesOf(core);
    this.transitions = transitionsOf(core);
  }

  /** Simulates a run of what `runInputOf` has read. Throws a RangeError for options that are none. */
  open(input: RunInput, options: RunOptions = {}): RunTrace {
    return this.opened(input, options, 'simulated');
  }

  /** The same without its events, which takes less memory: to be reported on. */
  openForReport(input: RunInput, options: RunOptions = {}): RunTrace {
    return this.opened(input, options, 'without events');
  }

  private opened(input: RunInput, options: RunOptions, mode: Mode): RunTrace {
    return new CoreRunTrace(this, this.address(input, options, mode), input.names, options);
  }

  /** Where the wasm has it. */
  address(input: RunInput, options: RunOptions, mode: Mode): number {
    const policy = this.policies.indexOf(this.policyOf(options));
    const { delay = { kind: 'none' }, workers = input.workers } = options;
    if (!Number.isInteger(workers) || workers < 1 || workers > mostWorkers) {
      throw new RangeError(
        `${workers} workers: it must be a whole number from 1 to ${mostWorkers}.`,
      );
    }
    return this.core.open(input, [
      modes.indexOf(mode),
      policy,
      Number(options.fail_fast ?? input.failFast),
      workers,
      Number(options.by_tiers ?? false),
      delays.indexOf(oneOf(delays, delay.kind)),
      within(delay.base_ms ?? 1000, 0, mostMs, 'base_ms'),
      within(delay.factor ?? 2, 1, 1000, 'factor'),
      within(delay.most_ms ?? 3_600_000, 0, mostMs, 'most_ms'),
      within(delay.jitter ?? 0, 0, 1, 'jitter'),
      within(delay.seed ?? 0, 0, Number.MAX_SAFE_INTEGER, 'seed'),
    ]);
  }

  policyOf({ policy = 'course' }: RunOptions): Policy {
    const id = oneOf(
      this.policies.map((known) => known.id),
      policy,
    );
    return this.policies.find((known) => known.id === id) as Policy;
  }
}

function oneOf<Choice extends string>(choices: readonly Choice[], choice: Choice): Choice {
  if (choices.includes(choice)) return choice;
  throw new RangeError(`“${choice}” is none of ${choices.join(', ')}.`);
}

function within(value: number, least: number, most: number, name: string): number {
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name} is ${value}: it must be from ${least} to ${most}.`);
}

function policiesOf(core: RunCore): Policy[] {
  core.raw.run_policies();
  const texts = core.texts();
  const known = core.numbers();
  const states = statuses.length * reasons.length;
  const each = 5 + states + 1;
  return Array.from({ length: texts.length / each }, (_, i) => {
    const [id, name, words, disputed, sources, ...state] = texts.slice(i * each, (i + 1) * each);
    const wordOf = (status: Status, reason: Reason) =>
      state[statuses.indexOf(status) * reasons.length + reasons.indexOf(reason)];
    return {
      id: id as PolicyId,
      name: `${name}`,
      words: `${words}`,
      knowsFailFast: known[i] === 1,
      disputed: `${disputed}`,
      sources: `${sources}`.split('\n').slice(0, -1),
      stateWord: (status, reason = 'none', allowed = false) =>
        `${allowed && status === 'FAILED' ? state[states] : wordOf(status, reason)}`,
    };
  });
}

function transitionsOf(core: RunCore): Transition[] {
  core.raw.run_transitions();
  const texts = core.texts();
  const numbers = core.numbers();
  return Array.from({ length: texts.length / 3 }, (_, i) => {
    const [name = '', when = '', provided = ''] = texts.slice(3 * i);
    const [from = 0, to = 0, reason = 0, event = 0] = numbers.subarray(4 * i);
    return {
      name,
      from: statuses[from] as Status,
      to: statuses[to] as Status,
      reason: reasons[reason] as Reason,
      event: eventKinds[event] as RunEventKind,
      when,
      provided,
    };
  });
}
