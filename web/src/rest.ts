/** What follows the first screen by itself. */
import './views/define_rest';
import type { Session } from './state/session';
import { watchMishaps } from './views/mishaps';
import { awaitOccasions } from './views/occasions';
import type { RunOrchestrator } from './views/run_orchestrator';
import { watchWaysIn } from './views/ways_in';

export function startRest(page: RunOrchestrator, session: Session): void {
  watchMishaps(session);
  awaitOccasions(page, session);
  watchWaysIn(session);
}
