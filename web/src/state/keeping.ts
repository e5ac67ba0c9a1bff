/** Keeps the work in the browser's storage. Full or forbidden storage costs a sentence, never the work on the page. */
import { sizeOf } from '../engine/size';
import { keepLeftOver } from './left_over';
import { handOver, type Restored, type Storages } from './saved_work';
import type { Offer, Session } from './session';
import { Slots } from './slots';
import type { Store } from './store';

/** Saving waits for this long a pause, so that typing and scrubbing do not write at every letter. */
const pause = 200;
/** Steps and dependencies. Writing more of them would hold up the page, and the storage has little room. */
const mostKept = 40_000;

/** What the learner can do where nothing can be kept. */
export interface Ways {
  saveShown: Offer;
  saveUnread: Offer;
}

export async function keepWork(
  session: Session,
  { work, problem, unread }: Restored,
  storages: Storages,
  ways: Ways,
): Promise<void> {
  const { store } = session;
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const slots = new Slots(storages, navigator.locks, entry?.type === 'reload');
  if (problem) session.notify(problem, unread === null ? ways.saveShown : ways.saveUnread);
  // Said once, until it has worked again.
  let isSaid = problem !== null && unread === null;
  let isChanged = false;
  let hasWork = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    if (!isChanged) return;
    isChanged = false;
    const failure = write(slots, session);
    if (failure && !isSaid) session.notify(failure, ways.saveShown);
    isSaid = failure !== null;
  };
  const change = () => {
    isChanged = hasWork = true;
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };
  store.subscribe(change);
  session.leaves = (document, cursor) => {
    if (sizeOf(document.definition) > mostKept) return;
    keepLeftOver(() => storages.local, document, cursor);
  };
  addEventListener('pagehide', () => {
    save();
    // The next page in this tab may not find what was kept: Chromium now and then shows a file an empty storage.
    try {
      if (hasWork && isKeepable(store)) handOver(storages, store.work);
    } catch {
      // Then it must do with what was kept.
    }
  });
  // On phones the page often gets no other word before it is gone.
  document.addEventListener('visibilitychange', save);
  try {
    await slots.claim(unread !== null);
    // A new tab has a copy of its own from now on.
    if (work || store.undoLabel !== null) change();
    await tidy(slots, storages);
  } catch {
    // What cannot be written is said as soon as there is something to write.
  }
}

function isKeepable({ document: { definition, own } }: Store): boolean {
  return sizeOf(definition) + (own ? sizeOf(own.definition) : 0) <= mostKept;
}

function write(slots: Slots, { store }: Session): string | null {
  if (!isKeepable(store)) {
    return 'This pipeline is too large to be kept in the browser: a reload opens the one before it.';
  }
  try {
    slots.write(store.work);
    return null;
  } catch {
    return "Your work could not be kept: the browser's storage is full or blocked. A reload would lose it.";
  }
}

/** Of tabs closed long ago only a copy stays. */
async function tidy(slots: Slots, storages: Storages): Promise<void> {
  const local = () => storages.local;
  for (const { key, at, work } of await slots.surplus()) {
    const { own, ...document } = work.document;
    const isKept =
      keepLeftOver(local, document, work.cursor, at) === null &&
      (!own || keepLeftOver(local, { ...own }, own.cursor, at) === null);
    if (isKept) slots.remove(key);
  }
}
