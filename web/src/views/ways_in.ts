/** Ways for a pipeline to come in while the page is open, beside the buttons for it. */
import type { Session } from '../state/session';
import { loadPart } from './load_part';

export function watchWaysIn(session: Session): void {
  addEventListener('hashchange', () => {
    void loadPart(session, () => import('../state/open_link')).then((link) =>
      link?.openLink(session),
    );
  });
}
