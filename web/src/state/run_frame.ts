/** Everything visible at an event of a run: the same questions as of a trace, answered by the run. */
import type { Moment } from '../engine/index';
import type { Frame } from './frame';
import type { RunFilm } from './run_film';
import type { RunKind, Standing } from './standing';

export class RunFrame implements Frame {
  readonly stalled = false;
  readonly moment: Moment;
  #queue: Uint32Array | null = null;

  constructor(
    private readonly film: RunFilm,
    readonly cursor: number,
  ) {
    // No line of Kahn's algorithm, and nothing that moves.
    const none = { step: -1, dependent: -1, taken: 0, entered: 0, line: 0 };
    this.moment = { ...none, cursor: -9, kind: 'start', state: 'running' } as never;
  }

  get sentence(): string {
    return this.film.run.sentence(this.cursor).text;
  }
  /** What may start, and waits for a worker; as far as it is going to start at all. */
  get queue(): Uint32Array {
    const { film, cursor } = this;
    const mayStart = (step: number) => film.willStart(step, cursor) && this.#isReady(step);
    this.#queue ??= film.order.filter(mayStart);
    return this.#queue;
  }
  /** The steps that are settled, the first first. */
  get order(): Uint32Array {
    const { settled, ends } = this.film.told;
    let [low, high] = [0, settled.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[settled[middle] ?? 0] ?? 0) > this.cursor) high = middle;
      else low = middle + 1;
    }
    return settled.subarray(0, low);
  }
  get about(): number {
    return this.film.run.event(this.cursor).step;
  }
  get current(): number {
    return this.about;
  }

  standing(step: number): Standing {
    const { status, reason, attempts, worker, until } = this.film.run.stepState(this.cursor, step);
    const as = (kind: RunKind, words: string): Standing => ({ kind, words, place: attempts });
    switch (status) {
      case 'PENDING':
        return this.#isReady(step) && this.film.willStart(step, this.cursor)
          ? { kind: 'ready', place: this.queue.indexOf(step) + 1 }
          : { kind: 'waiting', place: 0 };
      case 'RUNNING':
        if (worker >= 0) return as('running', attempts > 1 ? `attempt ${attempts}` : 'running');
        if (until > 0) return as('retry', 'waits to retry');
        // It is about to be said what follows from that.
        return as('failed', reason === 'timed_out' ? 'attempt too long' : 'attempt failed');
      case 'SUCCESS':
        return as('succeeded', attempts > 1 ? `at attempt ${attempts}` : 'succeeded');
      case 'FAILED':
        if (reason === 'timed_out') return as('failed', 'timed out');
        return as('failed', reason === 'failed' ? `failed, ${attempts}×` : 'stopped');
      case 'SKIPPED':
        return reason === 'upstream' ? as('blocked', 'blocked') : as('skipped', 'skipped');
    }
  }

  attempts(step: number): number {
    return this.film.run.stepState(this.cursor, step).attempts;
  }
  /** How many dependencies are not settled yet. */
  inDegree(step: number): number {
    return this.film.upstream(step).filter((from) => !this.#isSettled(from)).length;
  }
  isOff(from: number): boolean {
    return this.#isSettled(from);
  }
  isNow(from: number): boolean {
    return this.film.told.ends[from] === this.cursor;
  }

  #isReady(step: number): boolean {
    return (this.film.told.readies[step] ?? 0) <= this.cursor;
  }
  #isSettled(step: number): boolean {
    return (this.film.told.ends[step] ?? 0) <= this.cursor;
  }
}
