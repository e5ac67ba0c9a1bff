/** The runs of the pipeline shown, each simulated when somebody asks, and kept until the pipeline or the rules are others. */
import { openRuns, type RunOptions, type Runs, runInputOf } from '../engine/runs';
import { isLarge, mostWatched } from '../engine/size';
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
    'The order is found; now it is run. Press Step forward to watch each attempt start and end; choose a step in the picture to make it fail.';
  #runs: Runs | null = null;
  #loading: Promise<Runs> | null = null;
  #rules: Rules | null = null;
  #analysis: Analysis | null = null;
  #input: ReturnType<typeof runInputOf> | null = null;
  readonly #opened = new Map<string, Opened>();
  /** The large pipeline whose input the worker was asked for. */
  #asked: Analysis | null = null;
  #last = 0;
  #still: { analysis: Analysis; sentence: string; frame: Frame } | null = null;

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
    if (!this.#input && isLarge(analysis.definition)) return this.#openLarge(analysis);
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
      this.#asked = null;
      this.session.store.run = cursor;
      this.session.film = this;
      // The run of a large pipeline has yet to come.
      if (this.run() instanceof RunFilm) this.session.goTo(cursor);
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
    const sentence = run ?? 'One moment …';
    if (this.#still?.analysis !== analysis || this.#still.sentence !== sentence) {
      this.#still = { analysis, sentence, frame: stillFrame(analysis, sentence) };
    }
    return this.#still.frame;
  }

  #open(runs: Runs, analysis: Analysis, options: RunOptions): Opened {
    this.#input ??= runInputOf(this.session.engine, analysis.definition);
    const input = this.#input;
    if (input.ok) {
      return new RunFilm(analysis, runs.open(input, options), input.dependencies);
    }
    const [error] = input.diagnostics.filter(({ severity }) => severity === 'error');
    return `This pipeline cannot run. ${error?.message ?? ''}`;
  }
  /** What a run is made from is read beside the page, when the run is to be shown. */
  #openLarge(analysis: Analysis): Opened {
    const { session } = this;
    const { steps } = analysis.definition;
    if (steps.length > mostWatched) {
      return `With ${counted(steps.length, 'step')} this pipeline is too large to watch its run event by event. The tab Report runs it beside the page.`;
    }
    const isOther = session.store.definition !== analysis.definition;
    if (session.film !== this || isOther || session.preparing) return null;
    if (this.#asked === analysis)
      return 'The run was not finished. Press Trace, and then Run, to try again.';
    this.#asked = analysis;
    // Not while somebody draws.
    queueMicrotask(async () => {
      const ran = await session.runAtLength();
      if (this.#analysis !== analysis || !ran) return;
      this.#input = ran.ok ? ran.input && { ok: true, ...ran.input } : ran;
      if (session.film === this) session.goTo(session.store.cursor);
    });
    return null;
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
