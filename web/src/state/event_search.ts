/** Which events of a trace, or of a run, are of a kind and about a step. */

import type { Moment } from '../engine/index';
import { inSlices } from '../engine/slices';

export type EventKind = Moment['kind'];

/** What happens, and the steps that it is about; -1 for none. */
export interface Happening {
  kind: string;
  step: number;
  dependent: number;
}

/** A trace's, or a run's. */
export interface Events {
  readonly length: number;
  moment(cursor: number): Happening;
  sentence(cursor: number): string;
}

export interface Wanted {
  /** Null for every kind. */
  kind: string | null;
  /** A step's place in the definition; -1 for any. */
  step: number;
}

/** An event is about the step that it puts in, takes out, or lowers, or takes a dependency of off. */
export function isWanted({ kind, step, dependent }: Happening, wanted: Wanted): boolean {
  if (wanted.kind !== null && wanted.kind !== kind) return false;
  return wanted.step < 0 || wanted.step === step || wanted.step === dependent;
}

export function isSameEvent(one: Happening, other: Happening): boolean {
  return one.kind === other.kind && one.step === other.step && one.dependent === other.dependent;
}

/** Their cursors, ascending, looked for in slices so that the page stays awake; null when they are not wanted any more. */
export function eventsOf(
  events: Events,
  wanted: Wanted,
  told: { at(share: number): void; goOn(): boolean },
): Promise<Uint32Array | null> {
  return inSlices(
    search(events, wanted),
    (pauses) => told.at(Math.min(1, (pauses * atATime) / events.length)),
    told.goOn,
  );
}

const atATime = 500;

function* search(events: Events, wanted: Wanted): Generator<void, Uint32Array> {
  const found: number[] = [];
  for (let cursor = 0; cursor < events.length; cursor += 1) {
    if (isWanted(events.moment(cursor), wanted)) found.push(cursor);
    if (cursor % atATime === atATime - 1) yield;
  }
  return Uint32Array.from(found);
}
