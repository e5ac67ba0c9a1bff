/** What is fetched only when its occasion comes. */
import type { Session } from '../state/session';
import { isEmbedded, showFigureOnly } from './embedded';
import { nextHint } from './hints/remembered';
import type { RunOrchestrator } from './run_orchestrator';

export function awaitOccasions(page: RunOrchestrator, session: Session): void {
  awaitPresentation(page, session);
  rememberTheme(session);
  if (isEmbedded()) showFigureOnly(page);
  else awaitNewcomer(page, session);
  // Before it is asked for: what is printed must be there at once.
  import('./print/printing').then(({ printSheets }) => printSheets(session)).catch(() => {});
}

function awaitPresentation(page: RunOrchestrator, session: Session): void {
  let end: (() => void) | null = null;
  let begun = false;
  session.subscribe(async () => {
    if (session.presenting === begun) return;
    begun = session.presenting;
    const { begin } = await import('./present/presentation');
    if (session.presenting) end ??= begin(page, session);
    else {
      end?.();
      end = null;
    }
  });
}

function awaitNewcomer(page: RunOrchestrator, session: Session): void {
  const next = nextHint();
  if (next === null) return;
  import('./hints/first_hints')
    .then(({ showHints }) => showHints(page, session, next))
    .catch(() => {});
}

/** For the script in the page itself, which puts it on before anything is painted. */
function rememberTheme({ store }: Session): void {
  const remember = () => {
    try {
      localStorage.setItem('run-orchestrator theme', store.theme);
    } catch {
      // Then the theme comes with the page's scripts.
    }
  };
  let last = store.theme;
  remember();
  store.subscribe(() => {
    if (store.theme === last) return;
    last = store.theme;
    remember();
  });
}
