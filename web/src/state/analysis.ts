/** What the core says of a definition: its diagnostics, its trace and the columns of its drawing. */
import type {
  Columns,
  Diagnostic,
  Frame,
  Orchestrator,
  PipelineDefinition,
  Stall,
  Trace,
} from '../engine/index';

export class Analysis {
  readonly definition: PipelineDefinition;
  /** All of them, errors first, as one types. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null when errors keep the pipeline from being traced. */
  readonly trace: Trace | null;
  readonly columns: Columns | null;
  readonly stall: Stall | null;
  #frame: Frame | null = null;
  #start: Frame | null = null;

  constructor(engine: Orchestrator, definition: PipelineDefinition) {
    this.definition = definition;
    this.diagnostics = engine.check(definition);
    const traced = engine.trace(definition);
    this.trace = traced.ok ? traced.trace : null;
    this.stall = this.trace?.stall ?? null;
    const columns = engine.columns(definition);
    this.columns = columns.ok ? columns : null;
  }

  /** How many events there are to see. */
  get length(): number {
    return this.trace?.length ?? 0;
  }

  /** The frame at a cursor, which may lie beyond the end; null without a trace. */
  frame(cursor: number): Frame | null {
    if (!this.trace) return null;
    const at = Math.max(0, Math.min(cursor, this.trace.length - 1));
    if (this.#frame?.cursor !== at) this.#frame = this.trace.frame(at);
    return this.#frame;
  }

  /** The frame in which the in-degrees have just been counted. */
  get start(): Frame | null {
    if (!this.#start && this.trace) this.#start = this.trace.frame(0);
    return this.#start;
  }

  /** Gives the trace's memory back to the core. */
  dispose(): void {
    this.trace?.dispose();
  }
}
