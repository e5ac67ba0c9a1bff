/** The worker itself: a post box before its tasks. */
import type { Ask } from './protocol';
import { Tasks } from './worker_tasks';

const tasks = new Tasks((told, transfer) => self.postMessage(told, { transfer }));
self.onmessage = ({ data }: MessageEvent<Ask>) => void tasks.handle(data);
