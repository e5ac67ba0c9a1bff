/** Where a step stands in a frame, and the page's words for it. */
import { grouped } from './words';

export type StandingKind = 'waiting' | 'ready' | 'taken' | 'done' | 'cycle' | 'behind' | RunKind;

/** Where a step stands in a run, beside waiting and ready. */
export type RunKind = 'running' | 'succeeded' | 'failed' | 'skipped' | 'blocked' | 'retry';

export interface Standing {
  kind: StandingKind;
  /** Place in the ready queue or in the order, from 1; 0 in the other states. */
  place: number;
  /** Of a run's: said in place of the kind's own words. */
  words?: string;
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
    default:
      return standing.words ?? '';
  }
}

export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th');
  return `${grouped(number)}${ending}`;
}
