/** What follows the first screen by itself. */
import { keepWork } from './state/keeping';
import { guideOf } from './state/pace';
import type { Restored, Storages } from './state/saved_work';
import type { Session } from './state/session';
import { defineRest } from './views/define_rest';
import { download } from './views/download';
import { watchMishaps } from './views/mishaps';
import { awaitOccasions } from './views/occasions';
import type { RunOrchestrator } from './views/run_orchestrator';
import { savePipeline } from './views/save_pipeline';
import { watchWaysIn } from './views/ways_in';

export async function startRest(
  page: RunOrchestrator,
  session: Session,
  restored: Restored,
  storages: Storages,
): Promise<void> {
  watchMishaps(session);
  // Stops that were kept count, whatever panel is open.
  guideOf(session);
  awaitOccasions(page, session);
  watchWaysIn(session);
  const name = 'Download a copy';
  void keepWork(session, restored, storages, {
    saveShown: { name, act: () => void savePipeline(session) },
    saveUnread: {
      name,
      act: () => download(new Blob([restored.unread ?? '']), 'saved-pipeline.json'),
    },
  });
  await defineRest();
  // Whatever stands above the lesson is in its place.
  page.toggleAttribute('ready', true);
}
