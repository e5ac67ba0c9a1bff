/** Events and reports of a run, as run.wasm answers them. */

import { eventKinds, reasons, statuses } from './run_enums.js';
import type { RunCore } from './run_raw.js';
import type { Reason, RunEvent, RunEventKind, RunReport, RunResult } from './run_types.js';
import type { Status } from './types.js';

export function runEventOf(numbers: Float64Array): RunEvent {
  const [
    kind = 0,
    time = 0,
    until = 0,
    step = -1,
    cause = -1,
    attempts = 0,
    worker = -1,
    reason = 0,
  ] = numbers;
  return {
    kind: eventKinds[kind] as RunEventKind,
    time,
    until,
    step,
    cause,
    attempts,
    worker,
    reason: reasons[reason] as Reason,
  };
}

export function reportOf(core: RunCore, run: number, names: readonly string[]): RunReport {
  core.raw.run_results(run);
  const numbers = core.numbers();
  const texts = core.texts();
  const results = names.map((_, row): RunResult => {
    const [
      id = 0,
      status = 0,
      reason = 0,
      cause = -1,
      attempts = 0,
      allowed = 0,
      started = 0,
      ended = 0,
      ms = 0,
    ] = numbers.subarray(3 + 9 * row);
    const [output = '', error = '', word = '', why = ''] = texts.slice(4 * row, 4 * row + 4);
    return {
      step: names[id] as string,
      id,
      status: statuses[status] as Status,
      reason: reasons[reason] as Reason,
      cause: names[cause] ?? null,
      attempts,
      duration_ms: ms,
      output,
      error,
      allowed: allowed === 1,
      started,
      ended,
      word,
      why,
    };
  });
  return {
    passed: numbers[0] === 1,
    cancelled: numbers[1] === 1,
    total_duration_ms: numbers[2] as number,
    results,
  };
}
