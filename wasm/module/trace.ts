import { type RawCore, type RawLists, type RawStall, stallOf, textsOf } from './raw.js';
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
  private readonly core: RawCore;
  /** 0 once it is disposed of. */
  private handle: number;
  private readonly names: readonly string[];
  private order: readonly string[] | null = null;
  private places: Map<string, number> | null = null;

  /** `stall`: why it stalls, where that is known already. */
  constructor(
    core: RawCore,
    handle: number,
    names: readonly string[],
    stall: RawStall | null = stallOf(core, handle),
  ) {
    this.core = core;
    this.handle = handle;
    this.names = names;
    this.length = core.size(handle);
    this.standing = stall?.standing.slice() ?? null;
    this.stall = stall && namedStall(stall, names);
    core.order(handle);
    this.orderIds = this.ids();
  }

  moment(cursor: number): Moment {
    this.core.moment(this.live(), this.checked(cursor));
    const [kind, step, dependent, taken, entered, lowered, line, state] =
      this.core.numbers() as unknown as readonly [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
    return {
      cursor,
      kind: kinds[kind] as EventKind,
      step,
      dependent,
      line,
      state: states[state] as TraceState,
      taken,
      entered,
      lowered,
    };
  }

  event(cursor: number): TraceEvent {
    return this.eventOf(this.moment(cursor));
  }

  frame(cursor: number): Frame {
    const moment = this.moment(cursor);
    this.order ??= namesOf(this.orderIds, this.names);
    return {
      cursor,
      event: this.eventOf(moment),
      line: moment.line,
      sentence: this.sentence(cursor),
      inDegrees: Array.from(this.inDegrees(cursor)),
      queue: this.order.slice(moment.taken, moment.entered),
      order: this.order.slice(0, moment.taken),
      state: moment.state,
    };
  }

  inDegree(cursor: number, step: string): number {
    this.places ??= new Map(this.names.map((name, id) => [name, id]));
    const id = this.places.get(step);
    if (id === undefined) throw new RangeError(`The pipeline has no step '${step}'.`);
    return this.core.inDegree(this.live(), this.checked(cursor), id);
  }

  inDegrees(cursor: number): Uint32Array {
    this.core.inDegrees(this.live(), this.checked(cursor));
    return this.ids();
  }

  inDegreeOf(cursor: number, id: number): number {
    return this.core.inDegree(this.live(), this.checked(cursor), this.checkedStep(id));
  }

  dependentsOf(id: number): Uint32Array {
    this.core.dependents(this.live(), this.checkedStep(id));
    return this.ids();
  }

  sentence(cursor: number): string {
    this.core.sentence(this.live(), this.checked(cursor));
    return textsOf(this.core)[0] as string;
  }

  neighbourhood(ids: readonly number[], most: number): Neighbourhood {
    if (!(most >= 0)) throw new RangeError(`${most} is no number of steps.`);
    for (const id of ids) this.checkedStep(id);
    const handle = this.live();
    this.core.idsRoom(ids.length).set(ids);
    this.core.neighbourhood(handle, Math.min(most, this.names.length));
    const lists = this.ids();
    const third = lists.length / 3;
    return {
      ids: lists.slice(0, third),
      hiddenDependencies: lists.slice(third, 2 * third),
      hiddenDependents: lists.slice(2 * third),
    };
  }

  relatives(id: number): Uint8Array {
    this.core.relatives(this.live(), this.checkedStep(id));
    return this.core.bytes().slice();
  }

  dispose(): void {
    if (this.handle) this.core.close(this.handle);
    this.handle = 0;
  }

  [disposeSymbol](): void {
    this.dispose();
  }

  private eventOf({ kind, step, dependent }: Moment): TraceEvent {
    const event: TraceEvent = { kind };
    if (step >= 0) event.step = this.names[step] as string;
    if (dependent >= 0) event.dependent = this.names[dependent] as string;
    return event;
  }

  /** A copy of the ids of the last answer. */
  private ids(): Uint32Array {
    return this.core.ids().slice();
  }

  private live(): number {
    if (this.handle) return this.handle;
    throw new Error('This trace has been disposed of.');
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

function namedStall(stall: RawStall, names: readonly string[]): Stall {
  return {
    cycles: namedLists(stall, names),
    onCycle: names.filter((_, id) => stall.standing[id] === onCycle),
    behind: names.filter((_, id) => stall.standing[id] === behindCycle),
  };
}
