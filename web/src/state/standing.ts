/** Where each step stands in a frame, in the page's words. */
import type { Frame, StepDefinition, Trace } from '../engine/index';
import type { Analysis } from './analysis';

export type StandingKind = 'waiting' | 'ready' | 'taken' | 'done' | 'cycle' | 'behind';

export interface Standing {
  kind: StandingKind;
  /** Place in the ready queue or in the order, from 1; 0 in the other states. */
  place: number;
}

/** One entry a step, in definition order. */
export function standingsOf(analysis: Analysis, frame: Frame): Standing[] {
  const kinds = new Map<string, Standing>();
  frame.queue.forEach((name, at) => {
    kinds.set(name, { kind: 'ready', place: at + 1 });
  });
  frame.order.forEach((name, at) => {
    kinds.set(name, { kind: 'done', place: at + 1 });
  });
  const current = currentStep(frame);
  if (current !== null) kinds.set(current, { kind: 'taken', place: frame.order.length });
  if (frame.state === 'stalled') {
    for (const name of analysis.stall?.onCycle ?? []) kinds.set(name, { kind: 'cycle', place: 0 });
    for (const name of analysis.stall?.behind ?? []) kinds.set(name, { kind: 'behind', place: 0 });
  }
  const waiting: Standing = { kind: 'waiting', place: 0 };
  return analysis.definition.steps.map((step) => kinds.get(step.name) ?? waiting);
}

/** The step being taken out: from its dequeue until the loop over its dependents is through. */
export function currentStep(frame: Frame): string | null {
  if (frame.event.kind === 'start' || frame.event.kind === 'finish') return null;
  return frame.order.at(-1) ?? null;
}

export function wordsOf(standing: Standing): string {
  switch (standing.kind) {
    case 'waiting':
      return 'waiting';
    case 'ready':
      return `ready, ${ordinal(standing.place)}`;
    case 'taken':
      return 'taken out';
    case 'done':
      return `${ordinal(standing.place)} in order`;
    case 'cycle':
      return 'on a cycle';
    case 'behind':
      return 'behind a cycle';
  }
}

export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th');
  return `${number.toLocaleString('en')}${ending}`;
}

/** How often a step's dependencies on the one being taken out were taken off already, by the dependent's name. */
export function loweredNow(trace: Trace, frame: Frame): Map<string, number> {
  const lowered = new Map<string, number>();
  if (currentStep(frame) === null) return lowered;
  for (let cursor = frame.cursor; cursor > 0; cursor -= 1) {
    const event = trace.event(cursor);
    if (event.kind === 'dequeue') break;
    if (event.kind === 'decrement' && event.dependent !== undefined) {
      lowered.set(event.dependent, (lowered.get(event.dependent) ?? 0) + 1);
    }
  }
  return lowered;
}

/** The step that an event is about, for the eye to find. */
export function stepOfEvent(frame: Frame): string | null {
  return frame.event.dependent ?? frame.event.step ?? null;
}

/** The steps by name; of several with one name, the first. */
export function indexByName(steps: readonly StepDefinition[]): Map<string, number> {
  const index = new Map<string, number>();
  steps.forEach((step, at) => {
    if (!index.has(step.name)) index.set(step.name, at);
  });
  return index;
}
