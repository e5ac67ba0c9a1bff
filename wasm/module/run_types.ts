/**
 * Runs: what the rules of a run make of a pipeline, event by event. Steps are numbers here, their places in the
 * definition; -1 for none. Times are milliseconds from the run's beginning, or of the clock that carries it out.
 */
import type { Sentence } from './study_types.js';
import type { CheckOptions, Failure, Report, Status, StepResult } from './types.js';

/** Why a step failed or was skipped; of a running one, why it waits for another attempt. */
export type Reason =
  | 'none'
  | 'failed'
  | 'timed_out'
  | 'upstream'
  | 'fail_fast'
  | 'cancelled'
  | 'no_attempt';

export type RunEventKind =
  | 'begin'
  | 'start'
  | 'succeed'
  | 'fail'
  | 'time_out'
  | 'wait'
  | 'give_up'
  | 'skip'
  | 'cancel'
  | 'stop'
  | 'end';

export type PolicyId = 'course' | 'github-actions' | 'gitlab' | 'airflow' | 'argo';

/** The rules of the course, or of a real engine. */
export interface Policy {
  id: PolicyId;
  name: string;
  /** The rules in a few sentences. */
  words: string;
  /** Addresses of where they are documented. */
  sources: readonly string[];
  /** Whether `fail_fast` counts. */
  knowsFailFast: boolean;
  /** What the documentation leaves open or is not agreed about; empty where there is nothing. */
  disputed: string;
  /** The engine's own word for a state, as "upstream_failed". `allowed`: the step's failure is. */
  stateWord(status: Status, reason?: Reason, allowed?: boolean): string;
}

/** One of the ways in which a step goes from one status to the next: there are no others. */
export interface Transition {
  name: string;
  from: Status;
  to: Status;
  reason: Reason;
  event: RunEventKind;
  /** What happens, in words. */
  when: string;
  /** What must be so besides; may be empty. */
  provided: string;
}

export interface RetryDelay {
  kind: 'none' | 'constant' | 'exponential';
  /** The wait after the first failed attempt, in milliseconds; 1000 unless given. */
  base_ms?: number;
  /** exponential: each further wait is so many times as long; 2 unless given. */
  factor?: number;
  /** No wait is longer; an hour unless given. */
  most_ms?: number;
  /** The part of each wait that is left to chance, 0 (unless given) to 1. */
  jitter?: number;
  /** Decides chance: a whole number; 0 unless given. */
  seed?: number;
}

export interface RunOptions extends CheckOptions {
  /** The course's unless given. */
  policy?: PolicyId;
  /** Overrides the definition's; counts where the policy knows such a rule. */
  fail_fast?: boolean;
  /** Overrides the definition's; from 1. */
  workers?: number;
  /** None unless given. */
  delay?: RetryDelay;
  /** A step starts only when every step of all earlier tiers is settled. */
  by_tiers?: boolean;
}

export interface RunEvent {
  kind: RunEventKind;
  time: number;
  /** start: the attempt's deadline; wait: when it is over; otherwise 0. */
  until: number;
  /** -1 for begin, stop and end. */
  step: number;
  /** The step that a skip, a failure or a stop follows from, or -1. */
  cause: number;
  /** How many attempts the step has made, this one included. */
  attempts: number;
  /** Who carries out the attempt, from 0, or -1. */
  worker: number;
  reason: Reason;
}

/** A step just after an event. */
export interface StepState {
  status: Status;
  /** Of a running step that is not in an attempt, how the last one ended. */
  reason: Reason;
  cause: number;
  attempts: number;
  /** -1 when no attempt is in flight. */
  worker: number;
  /** The time of the last event about it. */
  since: number;
  /** The deadline of the attempt in flight, or when the wait is over; otherwise 0. */
  until: number;
}

/** An attempt on its worker's lane. */
export interface AttemptBar {
  step: number;
  /** 1 for a step's first attempt. */
  number: number;
  worker: number;
  start: number;
  end: number;
  outcome: 'succeed' | 'fail' | 'time_out' | 'cancel';
}

/** A step waits for its next attempt, and holds no worker. */
export interface WaitBar {
  step: number;
  /** The attempt that failed. */
  after: number;
  start: number;
  end: number;
}

export interface RunResult extends StepResult {
  id: number;
  reason: Reason;
  /** The name of the step that this follows from, or null. */
  cause: string | null;
  /** It failed, and the policy lets `allow_failure` do something about that. */
  allowed: boolean;
  /** From the first attempt's start to when it was settled. */
  started: number;
  ended: number;
  /** The policy's own word for its state. */
  word: string;
  /** What became of it and why, in a sentence. */
  why: string;
}

export interface RunReport extends Report {
  cancelled: boolean;
  results: RunResult[];
}

/** A run that was simulated, with every event at hand. */
export interface RunTrace {
  readonly policy: Policy;
  readonly workers: number;
  /** How many events there are; cursors run from 0 to length - 1. */
  readonly length: number;
  /** False when the run had more than two million events: the last ones are missing. */
  readonly complete: boolean;
  event(cursor: number): RunEvent;
  /** All of them at once, which takes less time than one after another. */
  events(): RunEvent[];
  sentence(cursor: number): Sentence;
  stepState(cursor: number, step: number): StepState;
  /** In definition order. */
  stepStates(cursor: number): StepState[];
  /** In the order in which they start. */
  readonly attempts: readonly AttemptBar[];
  readonly waits: readonly WaitBar[];
  readonly makespan: number;
  /** The steps of a longest chain of dependencies, by the time that their attempts and waits took. */
  readonly criticalPath: readonly number[];
  /** The makespan is at least each of the last two: the critical path's length, and work / workers. */
  readonly bounds: { work: number; criticalPath: number; workOverWorkers: number };
  /** All workers' time without an attempt. */
  readonly idle: number;
  readonly passed: boolean;
  readonly report: RunReport;
  /** The course's text. */
  reportText(): string;
  /** JUnit XML. */
  junit(): string;
  /** As `orchestrator run --json`. */
  json(): string;
  /** Frees the memory held in the wasm. May be called again; any other call afterwards throws. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** What a run needs of a definition, as core.wasm has read it. */
export interface RunInput {
  names: readonly string[];
  failFast: boolean;
  workers: number;
  numbers: Float64Array;
  dependencies: Uint32Array;
  text: Uint8Array;
  ends: Uint32Array;
}

/** What a command is told of its attempt. */
export interface Attempt {
  step: string;
  /** 1 for the first. */
  number: number;
  timeout_ms: number;
  /** Aborted when the attempt takes too long (with a TimeoutError), or is cancelled (with an AbortError). */
  signal: AbortSignal;
}

/** What a step does, at once or by a promise. It succeeds with what it answers, as text; it fails by throwing. */
export type Command = (attempt: Attempt) => unknown;

/** An event as it happens. */
export interface LiveEvent extends Omit<RunEvent, 'step' | 'cause'> {
  /** Names, or null. */
  step: string | null;
  cause: string | null;
  /** What happens, and why. */
  sentence: string;
}

export interface LiveOptions extends Omit<RunOptions, 'by_tiers'> {
  /** Cancels the run: it ends at once, with a report. */
  signal?: AbortSignal;
  onEvent?(event: LiveEvent): void;
}

/** What `loadOrchestrator` offers besides. */
export interface RunCalls {
  /** The course's first. */
  readonly policies: readonly Policy[];
  readonly transitions: readonly Transition[];
  /** Simulates a run. Throws a RangeError for options that are none. Dispose of the trace when done. */
  openRun(definition: unknown, options?: RunOptions): { ok: true; run: RunTrace } | Failure;
  /**
   * Carries out the pipeline with functions for its steps, by their names; a step without one plays its action in real
   * time. Answers the report, also when the run failed or was cancelled; rejects only for a definition or options that
   * cannot be run, or when `onEvent` throws. An attempt that takes too long is told by its signal and waited for no
   * longer.
   */
  run(
    definition: unknown,
    commands: Readonly<Record<string, Command>>,
    options?: LiveOptions,
  ): Promise<RunReport>;
}
