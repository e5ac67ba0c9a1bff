/** The keys of the page, as the help lists them. */
export const keys: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['Space'], does: 'Play or pause' },
  { keys: ['→'], does: 'Step forward to the next event' },
  { keys: ['←'], does: 'Step back to the event before' },
  { keys: ['Home'], does: 'First event' },
  { keys: ['End'], does: 'Last event' },
  { keys: ['+', '−', '0', 'F'], does: 'Zoom the picture in, out, to actual size, to all of it' },
  {
    keys: ['Enter'],
    does: 'In the picture: go to its steps, then choose one and see what it hangs on',
  },
  {
    keys: ['← ↑ ↓ →'],
    does: 'At a step of the picture: walk along dependencies and within a tier',
  },
  { keys: ['Insert'], does: 'In the picture: add a step' },
  { keys: ['F2'], does: 'At a step of the picture: rename it' },
  {
    keys: ['Delete'],
    does: 'In the picture: remove the step, or the dependency, that is chosen',
  },
  { keys: ['P'], does: 'Present: only the figure, in large type' },
  {
    keys: ['Page ↓', 'Page ↑', 'Space'],
    does: 'While presenting: next event, event before, next event',
  },
  { keys: ['Esc'], does: 'End the presentation' },
  { keys: ['/'], does: 'Find a step by part of its name' },
  { keys: ['Ctrl Z'], does: 'Undo the last edit (⌘ Z on a Mac)' },
  { keys: ['Ctrl Shift Z'], does: 'Redo it (⇧ ⌘ Z on a Mac)' },
  { keys: ['Ctrl V'], does: 'Open the pipeline that is in the clipboard (⌘ V on a Mac)' },
  { keys: ['?'], does: 'Show this help' },
];

/** The states of a step and what they mean, in the order in which a step meets them. */
export const meanings = {
  waiting: 'its in-degree is above 0: something it depends on has not been taken out yet',
  ready: 'its in-degree is 0, so it stands in the ready queue',
  taken: 'it has just left the queue; its dependents are being looked at',
  done: 'it has its place in the order',
  cycle: 'it waits, in the end, for itself, and can never be ready',
  behind: 'it waits for a step on a cycle',
} as const;

/** The same in a run, where they differ. A step that cannot change any more is settled. */
export const runMeanings = {
  running: 'a worker carries out one of its attempts',
  retry: 'an attempt failed; after a wait it makes another, and holds no worker until then',
  succeeded: 'an attempt ended well, and in time',
  failed: 'its last attempt failed or took too long, or the run stopped it',
  blocked: 'it is skipped, because something it depends on has failed or was skipped',
  skipped: 'it is skipped, because the run stopped before its turn',
} as const;
