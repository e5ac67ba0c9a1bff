/** The raw bindings of wasm/run_bindings.cpp, which says what each call answers. */
import { exportsOf } from './plain_exports.js';
import { type PlainExports, PlainWasm } from './plain_wasm.js';
import type { RunInput } from './run_types.js';

/** The first argument is the address of a run. */
export interface RawRun extends PlainExports {
  run_policies(): void;
  run_transitions(): void;
  run_open(): number;
  run_close(run: number): void;
  run_size(run: number): number;
  run_complete(run: number): number;
  run_passed(run: number): number;
  run_event(run: number, cursor: number): void;
  run_events(run: number): void;
  run_sentence(run: number, cursor: number): void;
  run_moment(run: number, cursor: number, step: number): void;
  run_moments(run: number, cursor: number): void;
  run_schedule(run: number): void;
  run_results(run: number): void;
  run_report_text(run: number): void;
  run_junit(run: number): void;
  run_poll(run: number, now: number): void;
  run_finish(run: number, attempt: number, succeeded: number, now: number): void;
  run_deadline(run: number, now: number): void;
  run_cancel(run: number, now: number): void;
}

const encoder = new TextEncoder();

export class RunCore extends PlainWasm<RawRun> {
  static async of(bytes: ArrayBuffer | Uint8Array): Promise<RunCore> {
    return new RunCore(await exportsOf<RawRun>(bytes));
  }

  /** The address of a run by these rules, which are numbers as the wasm reads them. */
  open(input: RunInput, rules: readonly number[]): number {
    const { raw } = this;
    const { numbers, dependencies, text, ends } = input;
    this.sendPairs(dependencies);
    this.sendText(text);
    this.sendEnds(ends);
    const count = rules.length + numbers.length;
    const address = raw.plain_numbers(count) >>> 0;
    // Only now: the memory moves when it grows.
    const room = new Float64Array(raw.memory.buffer, address, count);
    room.set(rules);
    room.set(numbers, rules.length);
    return raw.run_open() >>> 0;
  }

  finish(run: number, attempt: number, succeeded: boolean, text: string, now: number): void {
    this.sendText(encoder.encode(text));
    this.raw.run_finish(run, attempt, Number(succeeded), now);
  }
}
