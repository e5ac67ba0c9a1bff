/** What the core says of a definition: its diagnostics, its trace and what closes its cycles. */
import type {
  Diagnostic,
  Findings,
  Orchestrator,
  PipelineDefinition,
  Stall,
  StepDefinition,
  Trace,
} from '../engine/index';
import type { Dependency } from './document';
import { type Frame, TraceFrame } from './frame';

/** Asks the core at once: for pipelines that take it no more than a blink. */
export function find(engine: Orchestrator, definition: PipelineDefinition): Findings {
  const traced = engine.trace(definition);
  const columns = engine.columns(definition);
  return {
    diagnostics: engine.check(definition),
    trace: traced.ok ? traced.trace : null,
    back: columns.ok ? columns.back : [],
    tiers: columns.ok ? tiersIn(columns.columns, definition.steps) : null,
    graph: null,
  };
}

/** Each step's column. */
function tiersIn(columns: readonly string[][], steps: readonly StepDefinition[]): Uint32Array {
  const tierOf = new Map(columns.flatMap((column, tier) => column.map((name) => [name, tier])));
  return Uint32Array.from(steps, ({ name }) => tierOf.get(name) ?? 0);
}

export class Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly trace: Trace | null;
  readonly stall: Stall | null;
  readonly back: readonly Dependency[];
  readonly graph: Findings['graph'];
  readonly #places: Int32Array;
  #index: ReadonlyMap<string, number> | null = null;
  readonly #tiers: Uint32Array | null;
  #onCycle: ReadonlySet<number> | null = null;
  #frame: Frame | null = null;

  constructor(
    readonly definition: PipelineDefinition,
    findings: Findings,
  ) {
    this.diagnostics = findings.diagnostics;
    this.trace = findings.trace;
    this.stall = findings.trace?.stall ?? null;
    this.back = findings.back;
    this.graph = findings.graph;
    this.#tiers = findings.tiers;
    this.#places = new Int32Array(definition.steps.length).fill(-1);
    this.trace?.orderIds.forEach((step, place) => {
      this.#places[step] = place;
    });
  }

  /** How many events there are to see. */
  get length(): number {
    return this.trace?.length ?? 0;
  }

  /** The frame at a cursor, which may lie beyond the end; null without a trace. */
  frame(cursor: number): Frame | null {
    const { trace } = this;
    if (!trace) return null;
    const at = Math.max(0, Math.min(cursor, trace.length - 1));
    if (this.#frame?.moment.cursor !== at) {
      const obstacle = (step: number) => (trace.standing?.[step] === 1 ? 'cycle' : 'behind');
      this.#frame = new TraceFrame({ trace, places: this.#places, obstacle }, at);
    }
    return this.#frame;
  }

  /** A step's in-degree when counting has just been done. */
  startInDegree(step: number): number {
    return this.trace?.inDegreeOf(0, step) ?? 0;
  }

  nameOf(step: number): string {
    return this.definition.steps[step]?.name ?? '';
  }
  /** A step's place in the definition, of several with one name the first; -1 for no step's name. */
  indexOf(name: string): number {
    this.#index ??= indexByName(this.definition.steps);
    return this.#index.get(name) ?? -1;
  }
  /** The steps on a cycle. */
  get onCycle(): ReadonlySet<number> {
    const { standing } = this.trace ?? {};
    this.#onCycle ??= new Set(
      standing ? [...standing.keys()].filter((at) => standing[at] === 1) : [],
    );
    return this.#onCycle;
  }

  /** Counted from 0; 0 for all without a trace. */
  tierOf(step: number): number {
    return this.#tiers?.[step] ?? 0;
  }

  /** Gives the trace's memory back to the core. */
  dispose(): void {
    this.trace?.dispose();
  }
}

/** The steps by name; of several with one name, the first. */
export function indexByName(steps: readonly StepDefinition[]): Map<string, number> {
  const index = new Map<string, number>();
  steps.forEach(({ name }, at) => {
    if (!index.has(name)) index.set(name, at);
  });
  return index;
}
