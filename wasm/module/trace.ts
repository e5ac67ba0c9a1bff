import type { RawLists, RawStall, RawTrace } from './raw.js';
import type {
  EventKind,
  Frame,
  Moment,
  Neighbourhood,
  Stall,
  Trace,
  TraceEvent,
  TraceState,
} from './types.js';

/** In the order of `enum class EventKind` in core/trace.h. */
const kinds: readonly EventKind[] = ['start', 'enqueue', 'dequeue', 'decrement', 'finish'];
/** In the order of `enum class TraceState` in core/trace.h. */
const states: readonly TraceState[] = ['running', 'sorted', 'stalled'];
/** The values of `enum class Standing` in core/cycle.h. */
const onCycle = 1;
const behindCycle = 2;

/** Environments without the symbol get a private one: the method is then only reachable as `dispose`. */
const disposeSymbol: typeof Symbol.dispose = Symbol.dispose ?? Symbol('Symbol.dispose');

/** Cuts a list of ids into its lists and names them. */
export function namedLists({ ids, ends }: RawLists, names: readonly string[]): string[][] {
  let start = 0;
  return Array.from(ends, (end) => {
    const list = namesOf(ids.subarray(start, end), names);
    start = end;
    return list;
  });
}

export function namesOf(ids: Uint32Array, names: readonly string[]): string[] {
  return Array.from(ids, (id) => names[id] as string);
}

export class CoreTrace implements Trace {
  readonly length: number;
  readonly stall: Stall | null;
  readonly standing: Uint8Array | null;
  /** Order and queue are slices of it. */
  readonly orderIds: Uint32Array;
  private raw: RawTrace | null;
  private readonly names: readonly string[];
  private order: readonly string[] | null = null;
  private ids: Map<string, number> | null = null;

  /** `stall`: why it stalls, where that is known already. */
  constructor(raw: RawTrace, names: readonly string[], stall: RawStall | null = raw.stall()) {
    this.raw = raw;
    this.names = names;
    this.length = raw.size();
    this.standing = stall?.standing.slice() ?? null;
    this.stall = stall && stallOf(stall, names);
    this.orderIds = raw.order().slice();
  }

  moment(cursor: number): Moment {
    const { kind, state, ...numbers } = this.at(cursor);
    return {
      cursor,
      ...numbers,
      kind: kinds[kind] as EventKind,
      state: states[state] as TraceState,
    };
  }

  event(cursor: number): TraceEvent {
    return this.eventOf(this.at(cursor));
  }

  frame(cursor: number): Frame {
    const moment = this.at(cursor);
    const raw = this.live();
    this.order ??= namesOf(this.orderIds, this.names);
    return {
      cursor,
      event: this.eventOf(moment),
      line: moment.line,
      sentence: raw.sentence(cursor),
      inDegrees: Array.from(raw.inDegrees(cursor)),
      queue: this.order.slice(moment.taken, moment.entered),
      order: this.order.slice(0, moment.taken),
      state: states[moment.state] as TraceState,
    };
  }

  inDegree(cursor: number, step: string): number {
    this.ids ??= new Map(this.names.map((name, id) => [name, id]));
    const id = this.ids.get(step);
    if (id === undefined) throw new RangeError(`The pipeline has no step '${step}'.`);
    return this.live().inDegree(this.checked(cursor), id);
  }

  inDegrees(cursor: number): Uint32Array {
    return this.live().inDegrees(this.checked(cursor)).slice();
  }

  inDegreeOf(cursor: number, id: number): number {
    return this.live().inDegree(this.checked(cursor), this.checkedStep(id));
  }

  dependentsOf(id: number): Uint32Array {
    return this.live().dependents(this.checkedStep(id)).slice();
  }

  sentence(cursor: number): string {
    return this.live().sentence(this.checked(cursor));
  }

  neighbourhood(ids: readonly number[], most: number): Neighbourhood {
    if (!(most >= 0)) throw new RangeError(`${most} is no number of steps.`);
    for (const id of ids) this.checkedStep(id);
    const raw = this.live();
    raw.idsRoom(ids.length).set(ids);
    const lists = raw.neighbourhood(Math.min(most, this.names.length));
    const third = lists.length / 3;
    return {
      ids: lists.slice(0, third),
      hiddenDependencies: lists.slice(third, 2 * third),
      hiddenDependents: lists.slice(2 * third),
    };
  }

  relatives(id: number): Uint8Array {
    return this.live().relatives(this.checkedStep(id)).slice();
  }

  dispose(): void {
    this.raw?.delete();
    this.raw = null;
  }

  [disposeSymbol](): void {
    this.dispose();
  }

  private at(cursor: number) {
    return this.live().at(this.checked(cursor));
  }

  private eventOf(moment: { kind: number; step: number; dependent: number }): TraceEvent {
    const event: TraceEvent = { kind: kinds[moment.kind] as EventKind };
    if (moment.step >= 0) event.step = this.names[moment.step] as string;
    if (moment.dependent >= 0) event.dependent = this.names[moment.dependent] as string;
    return event;
  }

  private live(): RawTrace {
    if (!this.raw) throw new Error('This trace has been disposed of.');
    return this.raw;
  }

  private checked(cursor: number): number {
    if (Number.isInteger(cursor) && cursor >= 0 && cursor < this.length) return cursor;
    throw new RangeError(`No event ${cursor}: cursors run from 0 to ${this.length - 1}.`);
  }

  private checkedStep(id: number): number {
    if (Number.isInteger(id) && id >= 0 && id < this.names.length) return id;
    throw new RangeError(`No step ${id}: steps run from 0 to ${this.names.length - 1}.`);
  }
}

function stallOf(stall: RawStall, names: readonly string[]): Stall {
  return {
    cycles: namedLists(stall, names),
    onCycle: names.filter((_, id) => stall.standing[id] === onCycle),
    behind: names.filter((_, id) => stall.standing[id] === behindCycle),
  };
}
