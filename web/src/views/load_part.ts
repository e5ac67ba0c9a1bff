/** Parts of the page that are loaded when they are asked for. */
import type { Session } from '../state/session';

/** Null, after a word to the learner, when it did not come. */
export async function loadPart<Part>(
  session: Session,
  load: () => Promise<Part>,
): Promise<Part | null> {
  try {
    return await load();
  } catch {
    session.notify(
      'A part of the page could not be loaded. Reload the page to get it.',
      undefined,
      true,
    );
    return null;
  }
}
