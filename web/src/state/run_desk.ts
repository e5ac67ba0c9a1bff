/** The runs of the pipeline shown, each simulated when somebody asks, and kept until the pipeline or the rules are others. */
import { openRuns, type RunOptions, type Runs, runInputOf } from '../engine/runs';
import { isLarge } from '../engine/size';
import type { Analysis } from './analysis';
import type { Frame } from './frame';
import { RunFilm } from './run_film';
import { type Rules, rulesOf } from './run_rules';
import type { Film, Session } from './session';
import { counted, partMissing } from './words';

/** A run, or why there is none: a sentence. Null while its wasm is on its way. */
export type Opened = RunFilm | string | null;

export class RunDesk implements Film {
  readonly intro =
    'The order is found; now it is run. Press Step forward to watch each attempt start and end, and make a step fail below to see what follows.';
  #runs: Runs | null = null;
  #loading: Promise<Runs> | null = null;
  #rules: Rules | null = null;
  #analysis: Analysis | null = null;
  #input: ReturnType<typeof runInputOf> | null = null;
  readonly #opened = new Map<string, Opened>();
  #last = 0;
  #still: { analysis: Analysis; frame: Frame } | null = null;

  constructor(
    private readonly session: Session,
    private readonly load = openRuns,
  ) {}

  get rules(): Rules {
    return rulesOf(this.session.store.document);
  }
  get runs(): Runs | null {
    return this.#runs;
  }

  /** The run by the rules that hold; `other` changes some of them. */
  run(other: RunOptions = {}): Opened {
    const { analysis } = this.session;
    if (this.#analysis !== analysis) {
      this.#forget();
      this.#input = null;
      this.#analysis = analysis;
    }
    const { rules } = this;
    if (this.#rules !== rules) {
      this.#forget();
      this.#rules = rules;
    }
    if (!this.#runs) {
      void this.ready().catch(() => {});
      return null;
    }
    const key = JSON.stringify(other);
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const opened = this.#open(this.#runs, analysis, { ...rules, ...other });
    this.#opened.set(key, opened);
    return opened;
  }

  /** Until the wasm is there. */
  ready(): Promise<Runs> {
    this.#loading ??= this.load().then(
      (runs) => {
        this.#runs = runs;
        this.session.film = this.session.film;
        return runs;
      },
      (error) => {
        this.#loading = null;
        this.session.notify(partMissing, undefined, true);
        throw error;
      },
    );
    return this.#loading;
  }

  /** Shows the run in place of the trace, at one of its events: the one shown last. */
  async show(cursor = this.#last): Promise<void> {
    try {
      await this.ready();
      this.session.store.run = cursor;
      this.session.film = this;
      this.session.goTo(cursor);
    } catch {
      this.showTrace();
    }
  }
  showTrace(): void {
    this.#last = this.session.store.run ?? 0;
    this.session.store.run = undefined;
    this.session.film = null;
  }

  get length(): number {
    const run = this.run();
    if (run instanceof RunFilm) return run.length;
    return this.session.analysis.trace ? 1 : 0;
  }
  frame(cursor: number): Frame | null {
    const run = this.run();
    if (run instanceof RunFilm) return run.frame(Math.min(cursor, run.length - 1));
    const { analysis } = this.session;
    if (!analysis.trace) return null;
    if (this.#still?.analysis !== analysis) {
      this.#still = { analysis, frame: stillFrame(analysis, run ?? 'One moment …') };
    }
    return this.#still.frame;
  }

  #open(runs: Runs, analysis: Analysis, options: RunOptions): Opened {
    const { definition } = analysis;
    if (isLarge(definition)) {
      return `With ${counted(definition.steps.length, 'step')} this pipeline is too large to watch its run event by event. The tab Report runs it beside the page.`;
    }
    this.#input ??= runInputOf(this.session.engine, definition);
    const input = this.#input;
    if (input.ok) {
      return new RunFilm(analysis, runs.open(input, options));
    }
    const [error] = input.diagnostics.filter(({ severity }) => severity === 'error');
    return `This pipeline cannot run. ${error?.message ?? ''}`;
  }
  #forget(): void {
    for (const opened of this.#opened.values()) {
      if (opened instanceof RunFilm) opened.run.dispose();
    }
    this.#opened.clear();
    this.#still = null;
  }
}

/** Nothing happens: every step waits. */
function stillFrame(analysis: Analysis, sentence: string): Frame {
  const none = new Uint32Array();
  const moment = { cursor: -9, kind: 'start', line: 0, step: -1, dependent: -1 } as never;
  return {
    moment,
    sentence,
    queue: none,
    order: none,
    stalled: false,
    current: -1,
    about: -1,
    standing: () => ({ kind: 'waiting', place: 0 }),
    inDegree: (step) => analysis.startInDegree(step),
    attempts: () => 0,
    isOff: () => false,
    isNow: () => false,
  };
}

const desks = new WeakMap<Session, RunDesk>();

/** One for all views of a session. */
export function runDeskOf(session: Session): RunDesk {
  const desk = desks.get(session) ?? new RunDesk(session);
  desks.set(session, desk);
  return desk;
}
