/** A run as the transport shows it, in place of a trace: its frames, and its attempts with the events they begin and end by. */
import type { RunEventKind, RunTrace } from '../engine/runs';
import type { Analysis } from './analysis';
import { dependenciesOf } from './document';
import { RunFrame } from './run_frame';
import type { Film } from './session';

/** An attempt, or the wait for the next one. */
export interface Bar {
  step: number;
  /** 1 for the first attempt; of a wait, the attempt before it. */
  number: number;
  /** -1 for a wait. */
  worker: number;
  /** Milliseconds. */
  start: number;
  end: number;
  how: RunEventKind;
  /** The events that it begins and ends by. */
  from: number;
  to: number;
}

export class RunFilm implements Film {
  readonly length: number;
  readonly bars: readonly Bar[];
  readonly waits: readonly Bar[];
  /** For each step the events by which it starts first and is settled; `length` when it never does. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The steps as they are settled. */
  readonly settled: Uint32Array;
  #frame: RunFrame | null = null;
  #upstream: number[][] | null = null;

  constructor(
    readonly analysis: Analysis,
    readonly run: RunTrace,
  ) {
    const { length } = run;
    const steps = analysis.definition.steps.length;
    this.length = length;
    this.starts = new Uint32Array(steps).fill(length);
    this.ends = new Uint32Array(steps).fill(length);
    const bars: Bar[] = [];
    const waits: Bar[] = [];
    const open = new Map<number, Bar>();
    const settled: number[] = [];
    for (let cursor = 0; cursor < length; cursor += 1) {
      const { kind, step, time, attempts, worker, until } = run.event(cursor);
      const bar = open.get(step);
      if (bar) {
        open.delete(step);
        bar.to = cursor;
        if (bar.how === 'wait') bar.end = Math.min(bar.end, time);
        else [bar.how, bar.end] = [kind, time];
      }
      if (kind === 'start' || (kind === 'wait' && until > time)) {
        const end = kind === 'wait' ? until : time;
        const at = { step, number: attempts, worker, start: time, end, from: cursor, to: cursor };
        const made: Bar = { ...at, how: kind };
        (kind === 'start' ? bars : waits).push(made);
        open.set(step, made);
        if (this.starts[step] === length) this.starts[step] = cursor;
      }
      if (kind === 'succeed' || kind === 'give_up' || kind === 'skip') {
        this.ends[step] = cursor;
        settled.push(step);
      }
    }
    this.bars = bars;
    this.waits = waits;
    this.settled = Uint32Array.from(settled);
  }

  /** The order in which a single worker would take the steps. */
  get order(): Uint32Array {
    return this.analysis.trace?.orderIds ?? new Uint32Array();
  }
  /** After the event at the cursor. */
  willStart(step: number, cursor: number): boolean {
    const at = this.starts[step] ?? 0;
    return at > cursor && at < this.length;
  }
  upstream(step: number): readonly number[] {
    this.#upstream ??= this.analysis.definition.steps.map((one) =>
      dependenciesOf(one).map((name) => this.analysis.indexOf(name)),
    );
    return this.#upstream[step] ?? [];
  }

  frame(cursor: number): RunFrame {
    if (this.#frame?.cursor !== cursor) this.#frame = new RunFrame(this, cursor);
    return this.#frame;
  }
}
