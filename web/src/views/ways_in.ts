/** Ways for a pipeline to come in while the page is open, beside the buttons for it. */
import type { Session } from '../state/session';
import { loadPart } from './load_part';
import { openPasted } from './pasted';

export function watchWaysIn(session: Session): void {
  addEventListener('hashchange', () => {
    void loadPart(session, () => import('../state/open_link')).then(async (link) => {
      await link?.openLink(session);
      if (session.store.run === undefined) return;
      const part = await loadPart(session, () => import('./run/show'));
      await part?.showRun(session, session.store.run);
    });
  });
  document.addEventListener('paste', (event) => {
    if (event.defaultPrevented || isTaken(event)) return;
    const { files } = event.clipboardData ?? {};
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files?.[0]) void session.openFile(files[0]);
    else if (text.trim() !== '') void openPasted(session, text);
  });
}

/** Fields take what is pasted into them, and dialogs are about something else. */
function isTaken(event: Event): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof Element &&
        target.matches('input:not([type=range], [type=checkbox]), textarea, dialog, [popover]'),
    );
}
