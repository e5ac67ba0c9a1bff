/** The names of what run.wasm answers as numbers: in the order of the enumerations of core/run. */
import type { Reason, RunEventKind } from './run_types.js';
import type { Status } from './types.js';

export const statuses: readonly Status[] = ['PENDING', 'RUNNING', 'SUCCESS', 'FAILED', 'SKIPPED'];
export const reasons: readonly Reason[] = [
  'none',
  'failed',
  'timed_out',
  'upstream',
  'fail_fast',
  'cancelled',
  'no_attempt',
];
export const eventKinds: readonly RunEventKind[] = [
  'begin',
  'start',
  'succeed',
  'fail',
  'time_out',
  'wait',
  'give_up',
  'skip',
  'cancel',
  'stop',
  'end',
];
