/** Our own mistakes: what nobody caught is said in words, for the page may no longer show what is true. */
import type { Session } from '../state/session';
import { clipped } from '../state/words';

export function watchMishaps(session: Session): void {
  const tell = (error: unknown) => {
    // Without an error it is the browser's own remark, on an observer that was late, say.
    if (!(error instanceof Error) || error.name === 'AbortError') return;
    const text = /import|module script/.test(error.message)
      ? 'A part of the page could not be loaded.'
      : `Something in the page went wrong: ${clipped(error.message)}.`;
    session.notify(`${text} Your pipeline is intact.`, undefined, true);
  };
  addEventListener('error', ({ error }) => tell(error));
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
