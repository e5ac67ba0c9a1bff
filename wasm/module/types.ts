/** The public types of the module: what a page passes in and gets back. Plain data, except the trace handle. */

/** One step's simulated work. Every field may be left out: the action then succeeds at once with an empty output. */
export interface ActionDefinition {
  /** What a successful attempt prints. */
  output?: string;
  /** Length of one attempt in milliseconds, at least 0. */
  duration_ms?: number;
  /** How many first attempts fail: a whole number from 0, or "always". */
  fails?: number | 'always';
  /** The message of a failed attempt. */
  error?: string;
  [unknown: string]: unknown;
}

export interface StepDefinition {
  /** Not blank, unique in the pipeline. */
  name: string;
  /** Names of the steps that must finish first. */
  depends_on?: string[];
  /** The most attempts, from 1 (the default) to 1000. */
  max_retries?: number;
  /** The longest an attempt may take, in milliseconds, from 1; 30000 unless given. */
  timeout_ms?: number;
  action?: ActionDefinition;
  /** A shell command for the native `orchestrator run`; the page simulates it. */
  run?: string;
  [unknown: string]: unknown;
}

export interface PipelineDefinition {
  name?: string;
  fail_fast?: boolean;
  workers?: number;
  steps: StepDefinition[];
  [unknown: string]: unknown;
}

export type Severity = 'error' | 'warning';

/** One mistake in a definition. */
export interface Diagnostic {
  /** See core/diagnostic.h for the whole list: `unknown_dependency`, `cyclic_dependency`, … */
  code: string;
  severity: Severity;
  /** One sentence: what is wrong, and with which step. */
  message: string;
  /** One sentence on how to mend it; empty when the message says so already. */
  hint: string;
  /** Names of the steps concerned, each once. */
  steps: string[];
  /** Where it stands, as a JSON pointer: `/steps/2/max_retries`. Empty for the whole definition. */
  path: string;
}

/** The definition has errors: all of them, before its warnings. */
export interface Failure {
  ok: false;
  diagnostics: Diagnostic[];
}

/** Which mistakes count: `mended` (the default), or `course`, which lets max_retries be 0 or less. */
export type Validation = 'mended' | 'course';

export interface CheckOptions {
  validation?: Validation;
}

export interface SimulateOptions extends CheckOptions {
  /** Overrides the definition's fail_fast. */
  failFast?: boolean;
}

export type Status = 'PENDING' | 'RUNNING' | 'SUCCESS' | 'FAILED' | 'SKIPPED';

export interface StepResult {
  step: string;
  status: Status;
  attempts: number;
  /** Whole milliseconds from the first attempt's start to the last one's end. */
  duration_ms: number;
  output: string;
  error: string;
}

/** What `orchestrator run --json` prints. */
export interface Report {
  passed: boolean;
  total_duration_ms: number;
  /** In the order of the run. */
  results: StepResult[];
}

export type EventKind = 'start' | 'enqueue' | 'dequeue' | 'decrement' | 'finish';

/** One thing Kahn's algorithm does. */
export interface TraceEvent {
  kind: EventKind;
  /** The step put in the queue, taken out of it, or (in a decrement) the one just taken out. */
  step?: string;
  /** In a decrement: the dependent whose in-degree drops by one. */
  dependent?: string;
}

export type TraceState = 'running' | 'sorted' | 'stalled';

/** Everything visible after one event. */
export interface Frame {
  cursor: number;
  event: TraceEvent;
  /** The current line of the pseudo-code, from 1. */
  line: number;
  /** What happened and why, in one sentence. */
  sentence: string;
  /** In definition order. */
  inDegrees: number[];
  /** The ready queue, first out first. */
  queue: string[];
  /** The steps taken out so far. */
  order: string[];
  state: TraceState;
}

/** Why a trace stalled. */
export interface Stall {
  /** For every knot of steps that wait on each other one closed path (first = last), each step before its dependent. */
  cycles: string[][];
  /** Steps that lie on a cycle, in definition order. */
  onCycle: string[];
  /** Steps that only wait behind one, in definition order. */
  behind: string[];
}

/** A trace of Kahn's algorithm. Every event is computed when asked for, none is stored. */
export interface Trace {
  /** How many events there are; cursors run from 0 to length - 1. */
  readonly length: number;
  /** Null when the graph has no cycle. */
  readonly stall: Stall | null;
  event(cursor: number): TraceEvent;
  /** The state after the event. Takes time proportional to steps + dependencies. */
  frame(cursor: number): Frame;
  /** One step's in-degree after the event, without making the whole frame. */
  inDegree(cursor: number, step: string): number;
  /** The sentence of the event, without making the whole frame. */
  sentence(cursor: number): string;
  /** Frees the memory held in the wasm. May be called again; any other call afterwards throws. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** Steps in columns for a drawing of any graph, cyclic ones too. */
export interface Columns {
  ok: true;
  /** Tiers of the graph without its back dependencies, in definition order within a column. */
  columns: string[][];
  /** The dependencies that close a cycle, found by depth-first search: `to` depends on `from`. */
  back: { from: string; to: string }[];
}

/** An order computed from plain numbers. */
export interface IdOrder {
  order: Uint32Array;
  /** True when a cycle keeps steps out of the order. */
  stalled: boolean;
}

export interface Orchestrator {
  /** The version of the core. */
  readonly version: string;
  /** Kahn's algorithm in words; `Frame.line` counts these lines from 1. */
  readonly pseudocode: readonly string[];
  /** All mistakes at once, errors before warnings; empty when there are none. */
  check(definition: unknown, options?: CheckOptions): Diagnostic[];
  /** One valid order, with the course's tie-breaks. */
  sort(definition: unknown, options?: CheckOptions): { ok: true; order: string[] } | Failure;
  /** Rounds in which all ready steps leave together. */
  tiers(definition: unknown, options?: CheckOptions): { ok: true; tiers: string[][] } | Failure;
  /** Well-formed definitions only, but cyclic ones too. */
  columns(definition: unknown, options?: CheckOptions): Columns | Failure;
  /** Well-formed definitions only, but cyclic ones too. Dispose of the trace when done. */
  trace(definition: unknown, options?: CheckOptions): { ok: true; trace: Trace } | Failure;
  /** Runs the pipeline in virtual time, one step after another. */
  simulate(definition: unknown, options?: SimulateOptions): ({ ok: true } & Report) | Failure;
  /** The same run as the text that `orchestrator run` prints. */
  reportText(definition: unknown, options?: SimulateOptions): { ok: true; text: string } | Failure;
  /**
   * Sorts steps 0 … stepCount-1 given pairs (upstream, dependent) one after another.
   * Throws a RangeError when an id is out of range or the length is odd.
   */
  sortIds(stepCount: number, pairs: Uint32Array): IdOrder;
}

export interface LoadOptions {
  /** The bytes of core.wasm, for places where they cannot be fetched (a page opened from a file, say). */
  wasmBinary?: Uint8Array | ArrayBuffer;
}
