/**
 * What else can be asked of a pipeline's graph: other ways to sort, why a step is where it is, what would mend a cycle.
 * It is a wasm of its own, study.wasm, so that nobody waits for it who only wants to trace. Steps are numbers here, their
 * places in the definition; dependencies are pairs.
 */

/** Something a sentence speaks of. An event is a cursor of the trace that the sentence belongs to. */
export type Param =
  | { kind: 'step'; value: number }
  | { kind: 'steps'; value: number[] }
  | { kind: 'number'; value: number }
  | { kind: 'event'; value: number };

/** A sentence in parts, so that it can be translated, and its events be jumped to. */
export interface Sentence {
  /** Names the sentence whatever the language: `decrement.last`, `why.waits`, … */
  code: string;
  /** The English words, with {name} for each parameter. */
  template: string;
  params: Record<string, Param>;
  /** All of it in English. */
  text: string;
}

/** How the next ready step is chosen: the course's queue, a stack, the first by name, or the longest path to the end. */
export type TieBreak = 'fifo' | 'lifo' | 'name' | 'longest-path';

/** Kahn's algorithm, or depth-first search. */
export type Algorithm = 'kahn' | 'dfs';

/** A row of the pseudo-code: a moment's `line` says which one does its event. */
export interface CodeRow {
  words: string;
  /** Why it is there. */
  explanation: string;
  /** Names of the variables whose values are worth seeing beside it; see `Study.values`. */
  variables: readonly string[];
}
export interface CodeLine {
  text: string;
  /** Which row it does, from 1; 0 when no event belongs to it. A row may need several lines. */
  row: number;
}
/** An algorithm in words, a row a line, and as programs that run as they stand. */
export interface Code {
  rows: readonly CodeRow[];
  words: readonly CodeLine[];
  python: readonly CodeLine[];
  cpp: readonly CodeLine[];
}
/** A variable of the code just after an event. */
export interface CodeValue {
  /** As a row names it: `ready`, `in_degree[dependent]`, … */
  name: string;
  /** As code would write it, in any language: `'a'`, `2`, `['a', 'b', … +40]`. */
  text: string;
}

/** What an algorithm has done by an event: in the end, when it sorts V steps and E dependencies, V, V and E. */
export interface Cost {
  /** Steps put into the ready queue, or on the stack. */
  put: number;
  /** Steps taken out again. */
  taken: number;
  /** Dependencies followed: in-degrees lowered, or dependents looked at. */
  followed: number;
}

export interface StepPair {
  /** The upstream step. */
  from: number;
  /** The step that depends on it. */
  to: number;
}

/** `start`: all are white; `discover`: white to grey; `look`: along a dependency; `leave`: grey to black; `finish`. */
export type DepthEventKind = 'start' | 'discover' | 'look' | 'leave' | 'finish';
/** What a look finds: a white step; a grey one, which proves a cycle; a black one found below or elsewhere. */
export type DependencyClass = 'tree' | 'back' | 'forward' | 'cross';
export type Colour = 'white' | 'grey' | 'black';

export interface DepthMoment {
  cursor: number;
  kind: DepthEventKind;
  /** The step discovered or left, or looked from; -1 for none. */
  step: number;
  /** look: the dependent looked at; -1 otherwise. */
  dependent: number;
  /** look: what was found. */
  found: DependencyClass | null;
  /** The row of `Study.code('dfs')` that does it, from 1. */
  line: number;
  /** How many steps have been discovered, and left, by now. */
  discovered: number;
  left: number;
  state: 'running' | 'sorted' | 'cycle';
}

/** Depth-first search, event by event; any event costs the same, O(log n). It has as many events as a Kahn trace that is not stalled. */
export interface DepthTrace {
  readonly length: number;
  /** Steps in the order in which they are discovered, and left. The sorted order is the latter reversed. */
  readonly discoveredIds: Uint32Array;
  readonly leftIds: Uint32Array;
  /** Dependencies that close a cycle: none when the pipeline is acyclic. */
  readonly back: readonly StepPair[];
  moment(cursor: number): DepthMoment;
  sentence(cursor: number): Sentence;
  colour(cursor: number, step: number): Colour;
  /** The events at which a step turns grey and black: its discovery and finishing times. */
  times(step: number): { discovered: number; left: number };
  /** The steps that are grey, outermost first: the stack. */
  stack(cursor: number): Uint32Array;
  /** What a dependency turned out to be; null before it is looked at. */
  classOf(cursor: number, pair: StepPair): DependencyClass | null;
  /** At a look that finds a grey step: the closed path it proves, first step again at the end; else null. */
  cycleAt(cursor: number): Uint32Array | null;
}

/** One dependency to remove. */
export interface Mend extends StepPair {
  /**
   * The steps that Kahn's algorithm could take out if only this dependency were gone, and now cannot. Found out when it
   * is first read, which an open study answers.
   */
  readonly frees: Uint32Array;
  /** What it is, and what it frees: likewise. */
  readonly sentences: readonly Sentence[];
}
/** A knot: steps that wait for each other, all of them for all (a strongly connected component with a cycle). */
export interface Knot {
  steps: Uint32Array;
  /** The fewest dependencies whose removal leaves no cycle here, or few of them. All the listings of one have to go. */
  mends: Mend[];
  /**
   * Whether there are provably none fewer. For knots of at most `Mends.exactUpTo` steps, unless there are very many, and
   * for those that one mend is enough for.
   */
  exact: boolean;
  /** The steps that removing all its mends, and no other knot's, frees. Found out when it is first read. */
  readonly frees: Uint32Array;
  /** Who waits for whom, and how many dependencies to remove: likewise. */
  readonly sentences: readonly Sentence[];
}
export interface Mends {
  knots: Knot[];
  /** All the steps that removing all of them frees: all that now wait. Found out when it is first read. */
  readonly frees: Uint32Array;
  /**
   * How many to remove, what that sorts, how they were chosen, and what only the author knows; one alone where there is no
   * cycle. Found out when it is first read.
   */
  readonly sentences: readonly Sentence[];
  exactUpTo: number;
}

export interface OrderCount {
  /** Whether there is just one order: each step depends on the one before it. */
  unique: boolean;
  /** How many orders there are, in at most 101 decimal digits. "0" for a cyclic graph. */
  count: string;
  /** False: there are more than `count`. */
  exact: boolean;
}

/** Rounds of a graph without cycles; with cycles, of the part that can be sorted. */
export interface Shape {
  /** Of each step its tier, from 0; -1 for one that a cycle keeps out. */
  tiers: Int32Array;
  /** How many tiers there are: the longest path in steps. */
  depth: number;
  /** How many steps stand in the widest tier. */
  width: number;
  /** A longest path. */
  path: Uint32Array;
}

/** One graph and its Kahn trace, opened for study. Cursors are those of the page's trace of the same graph. */
export interface Study {
  /** The sentence of an event of Kahn's trace, with its code and parameters. */
  sentence(cursor: number): Sentence;
  /** Why a step is where it is at a cursor of Kahn's trace. */
  why(step: number, cursor: number): Sentence[];
  /**
   * The cursors of Kahn's events of these kinds (all when empty) that are about this step (any when -1), ascending. A
   * decrement is about the step taken out and about its dependent.
   */
  events(
    kinds: readonly ('start' | 'enqueue' | 'dequeue' | 'decrement' | 'finish')[],
    step: number,
  ): Uint32Array;
  readonly depth: DepthTrace;
  mends(): Mends;
  orders(): OrderCount;
  /** The order that a tie-break gives; shorter than the pipeline when it stalls, by the same steps whatever the rule. */
  order(tieBreak: TieBreak): Uint32Array;
  /**
   * The first dependency that a list of steps breaks: `to` stands there, and not behind `from`; null when it breaks none.
   * So a list that is not complete yet is asked about what it has.
   */
  brokenBy(order: ArrayLike<number>): StepPair | null;
  shape(): Shape;
  /** The same with one dependency left out. */
  shapeWithout(pair: StepPair): Shape;
  /** The algorithm as code, the same for every pipeline. */
  code(algorithm: Algorithm): Code;
  /** The variables of its code that have a value just after an event. */
  values(algorithm: Algorithm, cursor: number): CodeValue[];
  cost(algorithm: Algorithm, cursor: number): Cost;
  /**
   * The lines that `orchestrator trace` prints for the events [from, to), as text or as JSON, an event a line (see
   * trace_event.schema.json). Behind the last event the text tells what came of it. Whatever the tie-break, Kahn's trace
   * has as many events. Long traces are best asked for in parts: each begins with time linear in steps + dependencies.
   */
  lines(
    algorithm: Algorithm,
    format: 'text' | 'json',
    from: number,
    to: number,
    tieBreak?: TieBreak,
  ): string;
  dispose(): void;
}

/** Texts in UTF-8, one after another, and where each ends: so many names cross between threads as one. */
export interface Texts {
  bytes: Uint8Array;
  ends: Uint32Array;
}

/** A graph: the names of its steps, and pairs (upstream, dependent) as the definition lists them. */
export interface StudyGraph {
  names: readonly string[] | Texts;
  dependencies: Uint32Array;
}
/** The same as `studyOf` answers it. */
export interface StudyOf extends StudyGraph {
  names: readonly string[];
}

export interface Studies {
  open(graph: StudyGraph): Study;
}
