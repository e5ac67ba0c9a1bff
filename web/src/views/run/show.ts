/** Brings a run into the figure, and takes it out again. */
import { runDeskOf } from '../../state/run_desk';
import type { Session } from '../../state/session';
import { addRunDrawings } from './drawings';

/** At the event shown last unless another is given. */
export async function showRun(session: Session, cursor?: number): Promise<void> {
  addRunDrawings();
  await runDeskOf(session).show(cursor);
}

export function showTrace(session: Session): void {
  runDeskOf(session).showTrace();
}
