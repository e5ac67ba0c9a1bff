/** In a worker: a post box before its tasks. */
import type { Ask } from './protocol';
import { StudyTasks } from './study_tasks';
import { Tasks } from './worker_tasks';

export function listen(): void {
  const studies = new StudyTasks();
  const tasks = new Tasks(
    (told, transfer) => self.postMessage(told, { transfer }),
    (ask) => studies.answer(ask),
  );
  self.onmessage = ({ data }: MessageEvent<Ask>) => void tasks.handle(data);
}
