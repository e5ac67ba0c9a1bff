/** A simulated run, as run.wasm has it. */

import { eventKinds, reasons, statuses } from './run_enums.js';
import type { RunCore } from './run_raw.js';
import { reportOf, runEventOf } from './run_report.js';
import type {
  AttemptBar,
  Policy,
  Reason,
  RunEvent,
  RunOptions,
  RunReport,
  RunTrace,
  StepState,
  WaitBar,
} from './run_types.js';
import type { Runs } from './runs.js';
import { sentencesOf } from './study_sentences.js';
import type { Sentence } from './study_types.js';
import type { Status } from './types.js';

interface Schedule {
  began: number;
  ended: number;
  workers: number;
  work: number;
  criticalMs: number;
  criticalPath: number[];
  attempts: AttemptBar[];
  waits: WaitBar[];
}

export class CoreRunTrace implements RunTrace {
  readonly policy: Policy;
  readonly length: number;
  readonly complete: boolean;
  readonly passed: boolean;
  private readonly core: RunCore;
  private readonly names: readonly string[];
  /** 0 once it is disposed of. */
  private address: number;
  private known: Schedule | undefined;
  private told: RunReport | undefined;

  constructor(runs: Runs, address: number, names: readonly string[], options: RunOptions) {
    this.core = runs.core;
    this.address = address;
    this.names = names;
    this.policy = runs.policyOf(options);
    this.length = this.core.raw.run_size(address);
    this.complete = this.core.raw.run_complete(address) !== 0;
    this.passed = this.core.raw.run_passed(address) !== 0;
  }

  event(cursor: number): RunEvent {
    this.core.raw.run_event(this.live(), this.checked(cursor));
    return runEventOf(this.core.numbers());
  }

  events(): RunEvent[] {
    this.core.raw.run_events(this.live());
    const numbers = this.core.numbers();
    return Array.from({ length: this.length }, (_, i) => runEventOf(numbers.subarray(8 * i)));
  }

  sentence(cursor: number): Sentence {
    this.core.raw.run_sentence(this.live(), this.checked(cursor));
    return sentencesOf(this.core)[0] as Sentence;
  }

  stepState(cursor: number, step: number): StepState {
    if (!Number.isInteger(step) || step < 0 || step >= this.names.length) {
      throw new RangeError(`No step ${step}: steps run from 0 to ${this.names.length - 1}.`);
    }
    this.core.raw.run_moment(this.live(), this.checked(cursor), step);
    return stateOf(this.core.numbers());
  }

  stepStates(cursor: number): StepState[] {
    this.core.raw.run_moments(this.live(), this.checked(cursor));
    const numbers = this.core.numbers();
    return this.names.map((_, step) => stateOf(numbers.subarray(7 * step)));
  }

  get report(): RunReport {
    this.told ??= reportOf(this.core, this.live(), this.names);
    return this.told;
  }
  get workers(): number {
    return this.schedule.workers;
  }
  get attempts(): readonly AttemptBar[] {
    return this.schedule.attempts;
  }
  get waits(): readonly WaitBar[] {
    return this.schedule.waits;
  }
  get criticalPath(): readonly number[] {
    return this.schedule.criticalPath;
  }
  get makespan(): number {
    return this.schedule.ended - this.schedule.began;
  }
  get bounds() {
    const { work, criticalMs, workers } = this.schedule;
    return { work, criticalPath: criticalMs, workOverWorkers: work / workers };
  }
  get idle(): number {
    return this.makespan * this.schedule.workers - this.schedule.work;
  }

  reportText(): string {
    this.core.raw.run_report_text(this.live());
    return this.core.texts()[0] as string;
  }
  junit(): string {
    this.core.raw.run_junit(this.live());
    return this.core.texts()[0] as string;
  }
  json(): string {
    const { passed, total_duration_ms, results } = this.report;
    const rows = results.map(({ step, status, attempts, duration_ms, output, error }) => ({
      step,
      status,
      attempts,
      duration_ms,
      output,
      error,
    }));
    return `${JSON.stringify({ passed, total_duration_ms, results: rows })}\n`;
  }

  dispose(): void {
    if (this.address) this.core.raw.run_close(this.address);
    this.address = 0;
  }
  [Symbol.dispose](): void {
    this.dispose();
  }

  /** Read when it is first asked for. */
  private get schedule(): Schedule {
    if (!this.known) {
      this.core.raw.run_schedule(this.live());
      this.known = scheduleOf(this.core.numbers(), Array.from(this.core.ids()));
    }
    return this.known;
  }

  private live(): number {
    if (this.address) return this.address;
    throw new Error('This run has been disposed of.');
  }

  private checked(cursor: number): number {
    if (Number.isInteger(cursor) && cursor >= 0 && cursor < this.length) return cursor;
    throw new RangeError(`No event ${cursor}: cursors run from 0 to ${this.length - 1}.`);
  }
}

function stateOf(numbers: Float64Array): StepState {
  const [status = 0, reason = 0, cause = -1, attempts = 0, worker = -1, since = 0, until = 0] =
    numbers;
  return {
    status: statuses[status] as Status,
    reason: reasons[reason] as Reason,
    cause,
    attempts,
    worker,
    since,
    until,
  };
}

function scheduleOf(numbers: Float64Array, criticalPath: number[]): Schedule {
  const [began = 0, ended = 0, workers = 1, work = 0, criticalMs = 0, count = 0] = numbers;
  const attempts = Array.from({ length: count }, (_, i): AttemptBar => {
    const [step = 0, number = 0, worker = 0, start = 0, end = 0, outcome = 0] = numbers.subarray(
      6 + 6 * i,
    );
    const kind = eventKinds[outcome] as AttemptBar['outcome'];
    return { step, number, worker, start, end, outcome: kind };
  });
  const rest = numbers.subarray(6 + 6 * count);
  const waits = Array.from({ length: rest.length / 4 }, (_, i): WaitBar => {
    const [step = 0, after = 0, start = 0, end = 0] = rest.subarray(4 * i);
    return { step, after, start, end };
  });
  return { began, ended, workers, work, criticalMs, criticalPath, attempts, waits };
}
