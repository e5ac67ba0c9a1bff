/** What the kinds of a trace's events are called. */
import type { EventKind } from '../../state/event_search';
import type { Kind } from './event_log';

export const traceKinds: Readonly<Record<EventKind, Kind>> = {
  start: ['counted', 'waiting', 'waiting'],
  enqueue: ['put in queue', 'ready', 'ready'],
  dequeue: ['taken out', 'taken', 'taken'],
  decrement: ['lowered', 'out', 'waiting'],
  finish: ['end', 'done', 'done'],
};
