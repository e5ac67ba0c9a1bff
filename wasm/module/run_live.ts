/** Carries out a run in real time with JavaScript functions: asks run.wasm what to do, and tells it what happened. */
import { runInputOf } from './run_of.js';
import { reportOf, runEventOf } from './run_report.js';
import type { Command, LiveOptions, RunInput, RunReport } from './run_types.js';
import type { Runs } from './runs.js';
import type { ActionDefinition, Core, PipelineDefinition } from './types.js';

/** What `run_poll` answers first. */
enum Instruction {
  start = 0,
  wait = 1,
  cancel = 2,
  finished = 3,
}

/** Timers cannot be set for longer. */
const longestTimer = 2 ** 31 - 1;

export async function runLive(
  runs: Runs,
  core: Core,
  definition: unknown,
  commands: Readonly<Record<string, Command>>,
  options: LiveOptions = {},
): Promise<RunReport> {
  const input = runInputOf(core, definition, options);
  if (!input.ok) throw new TypeError(input.diagnostics[0]?.message);
  const stranger = Object.keys(commands).find((name) => !input.names.includes(name));
  if (stranger !== undefined) throw new TypeError(`No step is called '${stranger}'.`);
  const { steps } = definition as PipelineDefinition;
  const all = steps.map(({ name, action }) =>
    Object.hasOwn(commands, name) ? (commands[name] as Command) : played(action),
  );
  return new LiveRun(runs, input, all, options).report;
}

/** An action's script in real time. */
function played({ duration_ms = 0, fails = 0, output, error }: ActionDefinition = {}): Command {
  return ({ number, signal }) =>
    new Promise((resolve, reject) => {
      const end = () => {
        if (fails === 'always' || number <= fails) reject(new Error(error ?? ''));
        else resolve(output);
      };
      const timer = setTimeout(end, duration_ms);
      signal.addEventListener('abort', () => clearTimeout(timer));
    });
}

class LiveRun {
  readonly report: Promise<RunReport>;
  private readonly address: number;
  private readonly began = performance.now();
  private readonly inFlight = new Map<number, { controller: AbortController; deadline: number }>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = 0;
  private ended = false;
  private resolve!: (report: RunReport) => void;
  private reject!: (error: unknown) => void;

  constructor(
    private readonly runs: Runs,
    private readonly input: RunInput,
    private readonly commands: readonly Command[],
    private readonly options: LiveOptions,
  ) {
    this.address = runs.address(input, options, 'live');
    this.report = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    const { signal } = options;
    signal?.addEventListener('abort', this.cancel);
    if (signal?.aborted) this.cancel();
    else this.goOn();
  }

  private readonly cancel = () => {
    if (this.ended) return;
    this.raw.run_cancel(this.address, this.now());
    this.goOn();
  };

  /** Does everything that there is to do now. */
  private goOn(): void {
    try {
      clearTimeout(this.timer);
      while (this.next()) this.tell();
      if (!this.ended) this.tell();
    } catch (error) {
      // Of a listener; commands' own errors are outcomes.
      this.end();
      this.reject(error);
    }
  }

  /** False when there is nothing to do before something happens. */
  private next(): boolean {
    if (this.ended) return false;
    this.raw.run_poll(this.address, this.now());
    const [instruction, first = 0, step = 0, number = 0, timeout = 0] = this.runs.core.numbers();
    if (instruction === Instruction.start) this.start(first, step, number, timeout);
    else if (instruction === Instruction.cancel) this.stop(first);
    else if (instruction === Instruction.wait) this.wait(first);
    else this.finish();
    return instruction === Instruction.start || instruction === Instruction.cancel;
  }

  private start(id: number, step: number, number: number, timeout_ms: number): void {
    const controller = new AbortController();
    this.inFlight.set(id, { controller, deadline: this.now() + timeout_ms });
    const { signal } = controller;
    const attempt = { step: this.input.names[step] as string, number, timeout_ms, signal };
    const command = this.commands[step] as Command;
    // Not before everything that starts now has started.
    Promise.resolve(attempt)
      .then(command)
      .then(
        (answer) => this.attemptEnds(id, true, textOf(answer)),
        (error) =>
          this.attemptEnds(id, false, error instanceof Error ? error.message : textOf(error)),
      );
  }

  private attemptEnds(id: number, succeeded: boolean, text: string): void {
    this.inFlight.delete(id);
    if (this.ended) return;
    this.runs.core.finish(this.address, id, succeeded, text, this.now());
    this.goOn();
  }

  private stop(id: number): void {
    const attempt = this.inFlight.get(id);
    this.inFlight.delete(id);
    const [text, name] =
      attempt && this.now() >= attempt.deadline
        ? ['The attempt took too long.', 'TimeoutError']
        : ['The attempt was cancelled.', 'AbortError'];
    attempt?.controller.abort(new DOMException(text, name));
  }

  private wait(until: number): void {
    const pause = Math.min(until - this.now(), longestTimer);
    this.timer = setTimeout(() => {
      this.raw.run_deadline(this.address, this.now());
      this.goOn();
    }, pause);
  }

  private finish(): void {
    this.tell();
    const report = reportOf(this.runs.core, this.address, this.input.names);
    this.end();
    this.resolve(report);
  }

  private end(): void {
    this.ended = true;
    this.options.signal?.removeEventListener('abort', this.cancel);
    for (const id of this.inFlight.keys()) this.stop(id);
    this.raw.run_close(this.address);
  }

  /** Tells of what has happened since. */
  private tell(): void {
    const { onEvent } = this.options;
    if (!onEvent) return;
    while (!this.ended && this.told < this.raw.run_size(this.address)) {
      const at = this.told++;
      this.raw.run_event(this.address, at);
      const event = runEventOf(this.runs.core.numbers());
      this.raw.run_sentence(this.address, at);
      const sentence = this.runs.core.texts()[2] as string;
      const [step, cause] = [this.input.names[event.step], this.input.names[event.cause]];
      onEvent({ ...event, step: step ?? null, cause: cause ?? null, sentence });
    }
  }

  private now(): number {
    return performance.now() - this.began;
  }
  private get raw() {
    return this.runs.core.raw;
  }
}

function textOf(answer: unknown): string {
  return answer === undefined || answer === null ? '' : String(answer);
}
