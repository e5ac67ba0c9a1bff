/** What the kinds of events are called, and their icons. */
import type { EventKind } from '../../state/event_search';
import type { IconName } from '../icons';

export const kindWords: Readonly<Record<EventKind, string>> = {
  start: 'counted',
  enqueue: 'put in queue',
  dequeue: 'taken out',
  decrement: 'lowered',
  finish: 'end',
};

export const kindIcons: Readonly<Record<EventKind, IconName>> = {
  start: 'waiting',
  enqueue: 'ready',
  dequeue: 'taken',
  decrement: 'out',
  finish: 'done',
};

/** In the order in which a step meets them. */
export const kinds: readonly EventKind[] = ['start', 'enqueue', 'dequeue', 'decrement', 'finish'];

/** The hue that a state of the page's has for what the event does. */
export const kindHues: Readonly<Record<EventKind, string>> = {
  start: 'waiting',
  enqueue: 'ready',
  dequeue: 'taken',
  decrement: 'waiting',
  finish: 'done',
};
