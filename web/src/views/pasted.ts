/** Text from the clipboard is opened as a file would be. */
import type { Session } from '../state/session';

export function openPasted(session: Session, text: string): Promise<void> {
  return session.openFile(new File([text], ''), 'What you pasted');
}
