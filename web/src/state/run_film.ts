/** A run as the transport shows it, in place of a trace: its frames, and its attempts with the events they begin and end by. */
import type { RunEventKind, RunTrace } from '../engine/runs';
import type { Analysis } from './analysis';
import { dependenciesOf } from './document';
import type { Events, Happening } from './event_search';
import { RunFrame } from './run_frame';

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

/** What a run's events tell of its steps. */
interface Told {
  bars: readonly Bar[];
  waits: readonly Bar[];
  /** For each step the events by which it starts first and is settled; `length` when it never does. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** And the event by which its last dependency is settled. */
  readies: Uint32Array;
  /** The steps as they are settled. */
  settled: Uint32Array;
}

export class RunFilm implements Events {
  readonly length: number;
  #told: Told | null = null;
  #frame: RunFrame | null = null;

  constructor(
    readonly analysis: Analysis,
    readonly run: RunTrace,
    /** Pairs: a step and its dependent. */
    private readonly dependencies: Uint32Array,
  ) {
    this.length = run.length;
  }

  /** Read of the events when it is first asked for. */
  get told(): Told {
    this.#told ??= this.#read();
    return this.#told;
  }
  #read(): Told {
    const { length } = this.run;
    const steps = this.analysis.definition.steps.length;
    const starts = new Uint32Array(steps).fill(length);
    const ends = new Uint32Array(steps).fill(length);
    const bars: Bar[] = [];
    const waits: Bar[] = [];
    const open = new Map<number, Bar>();
    const settled: number[] = [];
    this.run.events().forEach(({ kind, step, time, attempts, worker, until }, cursor) => {
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
        if (starts[step] === length) starts[step] = cursor;
      }
      if (kind === 'succeed' || kind === 'give_up' || kind === 'skip') {
        ends[step] = cursor;
        settled.push(step);
      }
    });
    const readies = new Uint32Array(steps);
    const { dependencies } = this;
    for (let at = 0; at < dependencies.length; at += 2) {
      const [from = 0, to = 0] = [dependencies[at], dependencies[at + 1]];
      readies[to] = Math.max(readies[to] ?? 0, ends[from] ?? 0);
    }
    return { bars, waits, starts, ends, readies, settled: Uint32Array.from(settled) };
  }
  get bars(): readonly Bar[] {
    return this.told.bars;
  }
  get waits(): readonly Bar[] {
    return this.told.waits;
  }

  /** The order in which a single worker would take the steps. */
  get order(): Uint32Array {
    return this.analysis.trace?.orderIds ?? new Uint32Array();
  }
  /** After the event at the cursor. */
  willStart(step: number, cursor: number): boolean {
    const at = this.told.starts[step] ?? 0;
    return at > cursor && at < this.length;
  }
  upstream(step: number): readonly number[] {
    const { steps } = this.analysis.definition;
    const of = steps[step];
    return of ? dependenciesOf(of).map((name) => this.analysis.indexOf(name)) : [];
  }

  /** As of a trace; what an event follows from is the other step that it is about. */
  moment(cursor: number): Happening {
    const { kind, step, cause } = this.run.event(cursor);
    return { kind, step, dependent: cause };
  }
  sentence(cursor: number): string {
    return this.run.sentence(cursor).text;
  }

  frame(cursor: number): RunFrame {
    if (this.#frame?.cursor !== cursor) this.#frame = new RunFrame(this, cursor);
    return this.#frame;
  }
}
