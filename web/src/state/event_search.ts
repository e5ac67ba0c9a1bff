/** Which events of a trace are of a kind and about a step. */

import type { Moment, Trace } from '../engine/index';
import { inSlices } from '../engine/slices';

export type EventKind = Moment['kind'];

export interface Wanted {
  /** Null for every kind. */
  kind: EventKind | null;
  /** A step's place in the definition; -1 for any. */
  step: number;
}

/** An event is about the step that it puts in, takes out, or lowers, or takes a dependency of off. */
export function isWanted({ kind, step, dependent }: Moment, wanted: Wanted): boolean {
  if (wanted.kind !== null && wanted.kind !== kind) return false;
  return wanted.step < 0 || wanted.step === step || wanted.step === dependent;
}

export function isSameEvent(
  one: Pick<Moment, 'kind' | 'step' | 'dependent'>,
  other: Pick<Moment, 'kind' | 'step' | 'dependent'>,
): boolean {
  return one.kind === other.kind && one.step === other.step && one.dependent === other.dependent;
}

/** Their cursors, ascending, looked for in slices so that the page stays awake; null when they are not wanted any more. */
export function eventsOf(
  trace: Trace,
  wanted: Wanted,
  told: { at(share: number): void; goOn(): boolean },
): Promise<Uint32Array | null> {
  return inSlices(
    search(trace, wanted),
    (pauses) => told.at(Math.min(1, (pauses * atATime) / trace.length)),
    told.goOn,
  );
}

const atATime = 500;

function* search(trace: Trace, wanted: Wanted): Generator<void, Uint32Array> {
  const found: number[] = [];
  for (let cursor = 0; cursor < trace.length; cursor += 1) {
    if (isWanted(trace.moment(cursor), wanted)) found.push(cursor);
    if (cursor % atATime === atATime - 1) yield;
  }
  return Uint32Array.from(found);
}
