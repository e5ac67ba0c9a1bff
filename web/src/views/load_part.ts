/** Parts of the page that are loaded when they are asked for. */
import type { Session } from '../state/session';
import { partMissing } from '../state/words';

/** Null, after a word to the learner, when it did not come. */
export async function loadPart<Part>(
  session: Session,
  load: () => Promise<Part>,
): Promise<Part | null> {
  try {
    return await load();
  } catch {
    session.notify(partMissing, undefined, true);
    return null;
  }
}
