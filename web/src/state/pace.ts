/** How far one step of the transport goes, and where playing stops: on the way there, and for good. */
import type { Trace } from '../engine/index';
import type { Analysis } from './analysis';
import { marksOf } from './marks';
import type { Session } from './session';
import { quoted } from './words';

export type Pace = 'event' | 'dequeue' | 'round';

/** What one step forth is called behind the word "Step". */
const names: Readonly<Record<Pace, string>> = {
  event: 'forward',
  dequeue: 'by dequeue',
  round: 'by round',
};

/** The first event with so many steps taken out of the queue, or put in, of which there must be one. Time: log² of the events. */
export function firstWith(trace: Trace, what: 'taken' | 'entered', count: number): number {
  let [low, high] = [0, trace.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (trace.moment(middle)[what] < count) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A round begins when the ready queue holds just the steps that the round before has made ready: one tier. That is the
 * event before the first of them is taken out. `place` is that step's place in the order.
 */
function roundBegin(analysis: Analysis, trace: Trace, place: number): number | null {
  const { orderIds } = trace;
  const [step, before] = [orderIds[place], orderIds[place - 1]];
  if (step === undefined) return null;
  const isFirst = before === undefined || analysis.tierOf(before) !== analysis.tierOf(step);
  return isFirst ? firstWith(trace, 'taken', place + 1) - 1 : null;
}

/** The next event of a pace behind a cursor (1) or in front of it (-1): the last or the first event when there is none. */
export function strideFrom(analysis: Analysis, cursor: number, pace: Pace, by: number): number {
  const { trace } = analysis;
  const next = cursor + by;
  if (!trace || pace === 'event' || cursor + Math.min(by, 0) >= trace.length) return next;
  const { taken } = trace.moment(Math.min(cursor, trace.length - 1));
  const { length } = trace.orderIds;
  const at = (place: number) =>
    pace === 'round' ? roundBegin(analysis, trace, place) : firstWith(trace, 'taken', place + 1);
  if (by > 0) {
    for (let place = taken; place < length; place += 1) {
      const found = at(place);
      if (found !== null && found > cursor) return found;
    }
    return trace.length - 1 > cursor ? trace.length - 1 : next;
  }
  for (let place = Math.min(taken, length - 1); place >= 0; place -= 1) {
    const found = at(place);
    if (found !== null && found < cursor) return found;
  }
  return 0;
}

/** An event that playing stops at, and why. */
export interface Stop {
  cursor: number;
  why: string;
}

/** The event at which a step becomes ready; null for one that never does. */
export function readyAt(analysis: Analysis, name: string): number | null {
  const { trace } = analysis;
  const step = analysis.indexOf(name);
  const place = step < 0 ? -1 : (trace?.orderIds.indexOf(step) ?? -1);
  return trace && place >= 0 ? firstWith(trace, 'entered', place + 1) : null;
}

const guides = new WeakMap<Session, Guide>();

/** One for all views of a session; from the first call on the session's steps follow it. */
export function guideOf(session: Session): Guide {
  const guide = guides.get(session) ?? new Guide(session);
  guides.set(session, guide);
  return guide;
}

export class Guide {
  #pace: Pace = 'event';
  #stops: { analysis: Analysis; marks: unknown; ready: readonly Stop[] } | null = null;

  constructor(private readonly session: Session) {
    this.pace = 'event';
    session.halts = (from) => {
      const { cursor } = session;
      const stop = cursor > from && this.#firstStop(cursor - 1, cursor);
      if (!stop) return false;
      session.spoken = { text: `Stopped: ${stop.why}. ${session.spoken.text}` };
      return true;
    };
  }

  get pace(): Pace {
    return this.#pace;
  }
  set pace(pace: Pace) {
    this.#pace = pace;
    const { session } = this;
    session.stepBy(names[pace], (by) => {
      const { analysis, cursor } = session;
      const to = strideFrom(analysis, cursor, pace, by);
      return by > 0 ? (this.#firstStop(cursor, to)?.cursor ?? to) : to;
    });
  }

  /** The first of them in (from, to]. */
  #firstStop(from: number, to: number): Stop | null {
    const { analysis, store } = this.session;
    const marks = marksOf(store.document);
    if (this.#stops?.analysis !== analysis || this.#stops.marks !== marks) {
      const ready = marks.stops.flatMap((name) => {
        const cursor = readyAt(analysis, name);
        return cursor === null ? [] : { cursor, why: `${quoted(name)} becomes ready` };
      });
      this.#stops = { analysis, marks, ready: ready.sort((a, b) => a.cursor - b.cursor) };
    }
    const ready = this.#stops.ready.find(({ cursor }) => cursor > from && cursor <= to);
    if (!marks.rounds) return ready ?? null;
    const round = strideFrom(analysis, from, 'round', 1);
    // The end is no beginning.
    if (round > Math.min(ready?.cursor ?? to, to) || round >= analysis.length - 1)
      return ready ?? null;
    return {
      cursor: round,
      why: ready?.cursor === round ? `${ready.why}, and a round begins` : 'a round begins',
    };
  }
}
