/**
 * Everything visible at a cursor. Steps are numbers here, their places in the definition: so each question takes the same
 * short time whether a pipeline has five steps or sixty thousand.
 */
import type { Moment, Trace } from '../engine/index';
import type { Standing } from './standing';

const mostAtOnce = 2000;

/** What any frame answers: a trace's, and a run's. */
export interface Frame extends Pick<TraceFrame, keyof TraceFrame> {
  /** How many attempts a step has made: of a run's alone, and what a run's is known by. */
  attempts?(step: number): number;
}

/** What a frame has to know of its trace. */
export interface Traced {
  trace: Trace;
  /** For each step its place in the order, from 0; -1 for one that a cycle keeps out. */
  places: Int32Array;
  /** For each step why it never enters the queue. */
  obstacle(step: number): 'cycle' | 'behind';
}

/** A trace's frame. */
export class TraceFrame {
  readonly moment: Moment;
  readonly #traced: Traced;
  #sentence: string | null = null;
  #inDegrees: Uint32Array | null = null;

  constructor(traced: Traced, cursor: number) {
    this.#traced = traced;
    this.moment = traced.trace.moment(cursor);
  }

  /** What happened and why. */
  get sentence(): string {
    this.#sentence ??= this.#traced.trace.sentence(this.moment.cursor);
    return this.#sentence;
  }
  /** First out first. */
  get queue(): Uint32Array {
    return this.#traced.trace.orderIds.subarray(this.moment.taken, this.moment.entered);
  }
  /** The steps taken out so far. */
  get order(): Uint32Array {
    return this.#traced.trace.orderIds.subarray(0, this.moment.taken);
  }
  get stalled(): boolean {
    return this.moment.state === 'stalled';
  }
  /** The step being taken out: from its dequeue until the loop over its dependents is through; -1 for none. */
  get current(): number {
    const { kind, taken } = this.moment;
    if (kind === 'start' || kind === 'finish' || taken === 0) return -1;
    return this.#traced.trace.orderIds[taken - 1] ?? -1;
  }
  /** The step that the event is about, for the eye to find; -1 for none. */
  get about(): number {
    const { step, dependent } = this.moment;
    return dependent >= 0 ? dependent : step;
  }

  standing(step: number): Standing {
    const { taken, entered } = this.moment;
    const place = this.#traced.places[step] ?? -1;
    if (place < 0) {
      return { kind: this.stalled ? this.#traced.obstacle(step) : 'waiting', place: 0 };
    }
    if (place < taken) {
      return { kind: step === this.current ? 'taken' : 'done', place: place + 1 };
    }
    return place < entered
      ? { kind: 'ready', place: place - taken + 1 }
      : { kind: 'waiting', place: 0 };
  }

  inDegree(step: number): number {
    const { trace, places } = this.#traced;
    const { cursor } = this.moment;
    // All at once cost no more than a few by themselves, unless there are very many.
    if (places.length <= mostAtOnce) this.#inDegrees ??= trace.inDegrees(cursor);
    return this.#inDegrees?.[step] ?? trace.inDegreeOf(cursor, step);
  }

  /** Whether what `to` waited for on account of `from` no longer counts: all of it, where it is listed twice. */
  isOff(from: number, to: number): boolean {
    const place = this.#traced.places[from] ?? -1;
    const { kind, taken, step, dependent } = this.moment;
    if (place < 0 || place >= taken) return false;
    if (place < taken - 1 || kind === 'finish') return true;
    // The dependents of the step taken out last are lowered in definition order.
    if (kind === 'decrement') return to < dependent;
    return kind === 'enqueue' && to <= step;
  }
  /** Whether the event takes just this dependency off. */
  isNow(from: number, to: number): boolean {
    const { kind, step, dependent } = this.moment;
    return kind === 'decrement' && step === from && dependent === to;
  }
}
