/** Brings storage, engine and views together. */
import { openEngine } from './engine/index';
import { demo } from './lesson/demo';
import { handOver, type Restored, restoreWork, type Storages } from './state/saved_work';
import { Session } from './state/session';
import { Store, type Theme } from './state/store';
import { partMissing } from './state/words';
import { afterPaint } from './views/after_render';
import { defineElements } from './views/define';
import type { RunOrchestrator } from './views/run_orchestrator';

const storages: Storages = {
  get local() {
    return localStorage;
  },
  get tab() {
    return sessionStorage;
  },
};

function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  // To set what is set already makes a browser look for what it could change.
  if (dataset['theme'] !== theme) dataset['theme'] = theme;
}

/** Before anything is shown, so that the learner's own pipeline does not flash up first. */
function openLink(session: Session): Promise<void> {
  return import('./state/open_link').then(
    (link) => link.openLink(session),
    () => session.notify(partMissing),
  );
}

/** The first screen is drawn first; what lies below it follows by itself. */
function loadRest(page: RunOrchestrator, session: Session, restored: Restored): void {
  afterPaint(() =>
    import('./rest').then(
      (rest) => rest.startRest(page, session, restored, storages),
      () => {
        page.failure = partMissing;
        addEventListener('pagehide', () => handOver(storages, session.store.work));
      },
    ),
  );
}

async function start(): Promise<void> {
  const restored = restoreWork(storages);
  const fresh = { document: { definition: demo, breakage: [] }, cursor: 0 } as const;
  const store = new Store(restored.work ?? { ...fresh, speed: 1, theme: 'system' });
  applyTheme(store.theme);
  defineElements();
  const page = document.querySelector<RunOrchestrator>('run-orchestrator');
  if (!page) return;
  try {
    const session = new Session(await openEngine(), store);
    store.subscribe(() => applyTheme(store.theme));
    if (location.hash) await openLink(session);
    if (store.run !== undefined) {
      await import('./views/run/show').then(
        (run) => run.showRun(session, store.run),
        () => session.notify(partMissing),
      );
    }
    page.session = session;
    // What the budget of the first load counts ends here.
    performance.mark('first screen');
    loadRest(page, session, restored);
  } catch (error) {
    page.failure = await import('./views/failure').then(
      ({ failureTemplate }) => failureTemplate(error, restored.work && store),
      () => partMissing,
    );
  }
}

void start();
