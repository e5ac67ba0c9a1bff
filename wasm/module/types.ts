/** The public types of the module: what a page passes in and gets back. Plain data, except the trace handle. */
import type { RunCalls } from './run_types.js';

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
  /** Its failure is tolerated, as far as the policy of the run allows that; false unless given. */
  allow_failure?: boolean;
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

/** What a frame says, as numbers: steps by their place in the definition, -1 for none. Cheap at any size. */
export interface Moment {
  cursor: number;
  kind: EventKind;
  /** As in TraceEvent. */
  step: number;
  dependent: number;
  /** The current line of the pseudo-code, from 1. */
  line: number;
  state: TraceState;
  /** The order so far is [0, taken) of `Trace.orderIds`, and the ready queue [taken, entered). */
  taken: number;
  entered: number;
  /** Of the step taken out last, how many entries among its dependents have been lowered. */
  lowered: number;
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

/** A part of a graph, for a picture of it. Steps by their place in the definition. */
export interface Neighbourhood {
  /** Ascending. */
  ids: Uint32Array;
  /** For each of these how many different dependencies are not among them. */
  hiddenDependencies: Uint32Array;
  /** The same for dependents. */
  hiddenDependents: Uint32Array;
}

/** A trace of Kahn's algorithm. Every event is computed when asked for, none is stored. */
export interface Trace {
  /** How many events there are; cursors run from 0 to length - 1. */
  readonly length: number;
  /** Null when the graph has no cycle. */
  readonly stall: Stall | null;
  /** The same step by step: 0 free, 1 on a cycle, 2 behind one. Null when the graph has no cycle. */
  readonly standing: Uint8Array | null;
  /** Every step that ever enters the queue, in that order, by its place in the definition. */
  readonly orderIds: Uint32Array;
  /** Takes time logarithmic in steps. */
  moment(cursor: number): Moment;
  event(cursor: number): TraceEvent;
  /** The state after the event. Takes time proportional to steps + dependencies. */
  frame(cursor: number): Frame;
  /** One step's in-degree after the event, without making the whole frame. */
  inDegree(cursor: number, step: string): number;
  /** The same for a step by its place in the definition. */
  inDegreeOf(cursor: number, id: number): number;
  /** All of them, in definition order. Takes time proportional to steps + dependencies. */
  inDegrees(cursor: number): Uint32Array;
  /** The steps that depend on one, by their places in the definition, ascending; one that lists it twice comes twice. */
  dependentsOf(id: number): Uint32Array;
  /** The sentence of the event, without making the whole frame. */
  sentence(cursor: number): string;
  /**
   * These steps, by their place in the definition, and what is nearest to them in either direction: at most `most`
   * steps. Each of the given brings at most 12 dependencies and 12 dependents, each of the others 4 and 4. Throws a
   * RangeError when there is no such step. Cheap in any graph.
   */
  neighbourhood(ids: readonly number[], most: number): Neighbourhood;
  /**
   * How each step is related to one, in definition order: 1 when that one waits for it, near or far (upstream), 2 when
   * it waits for that one (downstream), 3 when both (on a cycle with it), 0 when neither. Throws a RangeError when there
   * is no such step. Takes time proportional to steps + dependencies.
   */
  relatives(id: number): Uint8Array;
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

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Where tiers lead: to the right, or down. */
export type Direction = 'right' | 'down';

export interface LayoutOptions extends CheckOptions {
  /** To the right unless given. */
  direction?: Direction;
  /**
   * The size of each step's box, in definition order or by name; 140 × 60 where there is none, or where a number is not
   * above 0 and finite. At most 100,000 either way.
   */
  sizes?: readonly (Size | null | undefined)[] | Readonly<Record<string, Size | undefined>> | null;
  /**
   * An earlier answer. Steps that are in it, by name, keep their sequence along the tiers, and what is new finds its
   * place between; without it, everything is arranged afresh. What is no answer, or none of a step, counts for nothing.
   */
  previous?: Layout | null;
}

/** A step's box; x and y are its centre. */
export interface LayoutStep extends Size {
  name: string;
  x: number;
  y: number;
  /** Its tier in the graph without the dependencies that are reversed, from 0. */
  tier: number;
}

/** A dependency's path, from the box of `from` to the box of `to`, which depends on it. */
export interface LayoutDependency {
  from: string;
  to: string;
  /** True for one that closes a cycle: its path turns round and leads back against the tiers. */
  reversed: boolean;
  /** A chain of cubic Bézier curves: a start, then for each curve two control points and its end. */
  points: Point[];
}

/** Where everything is drawn: plain data, between (0, 0) and (width, height) with a margin. */
export interface Layout extends Size {
  ok: true;
  direction: Direction;
  /** In definition order. */
  steps: LayoutStep[];
  /** In definition order: by dependent, then as it lists them. One listed twice has the same path twice. */
  dependencies: LayoutDependency[];
}

/** An order computed from plain numbers. */
export interface IdOrder {
  order: Uint32Array;
  /** True when a cycle keeps steps out of the order. */
  stalled: boolean;
}

/** What core.wasm alone can do. */
export interface Core {
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
  /**
   * A drawing in which no step overlaps another, no path runs under a step and few paths cross. Well-formed definitions
   * only, but cyclic ones too. The same definition and options give the same drawing everywhere. Throws a TypeError
   * when the direction is none.
   */
  layout(definition: unknown, options?: LayoutOptions): Layout | Failure;
  /** Well-formed definitions only, but cyclic ones too. Dispose of the trace when done. */
  trace(definition: unknown, options?: CheckOptions): { ok: true; trace: Trace } | Failure;
  /**
   * Sorts steps 0 … stepCount-1 given pairs (upstream, dependent) one after another.
   * Throws a RangeError when an id is out of range or the length is odd.
   */
  sortIds(stepCount: number, pairs: Uint32Array): IdOrder;
}

export interface Orchestrator extends Core, RunCalls {
  /** Runs the pipeline in virtual time by the course's rules. */
  simulate(definition: unknown, options?: SimulateOptions): ({ ok: true } & Report) | Failure;
  /** The same run as the text that `orchestrator run` prints. */
  reportText(
    definition: unknown,
    options?: SimulateOptions,
  ): { ok: true; passed: boolean; text: string } | Failure;
}

export interface LoadOptions {
  /** The bytes of core.wasm, or of study.wasm, where they cannot be fetched (for a page opened from a file, say). */
  wasmBinary?: Uint8Array | ArrayBuffer;
}
export interface LoadAllOptions extends LoadOptions {
  /** The same for run.wasm. */
  runWasmBinary?: Uint8Array | ArrayBuffer;
}
