/** In a worker: a post box before its tasks. */
import type { Ask } from './protocol';
import { Tasks } from './worker_tasks';

export function listen(): void {
  const tasks = new Tasks((told, transfer) => self.postMessage(told, { transfer }));
  self.onmessage = ({ data }: MessageEvent<Ask>) => void tasks.handle(data);
}
