/** Store, engine and player as one thing for the views: what is shown now, and everything a learner can do. */
import type { Layout, LayoutOptions, Orchestrator, PipelineDefinition } from '../engine/index';
import type { LargeWork, Ran } from '../engine/large_work';
import type { ReportFormat } from '../engine/report';
import type { RunOptions } from '../engine/runs';
import { isLarge, isLongToDraw } from '../engine/size';
import { Analysis, find } from './analysis';
import * as breakage from './breakage';
import type { Document, Edit } from './document';
import { openPipeline } from './edits';
import type { Frame } from './frame';
import { type Job, Jobs, type Preparing } from './jobs';
import { Player } from './player';
import type { Speed, Store, Theme } from './store';
import { grouped, quoted } from './words';

/** A message that stays until the next edit or until it is closed. */
export interface Notice {
  text: string;
  /** Offers to take the last edit back. */
  canUndo: boolean;
  /** Offers to load the page anew, and before that to take the work away as a file. */
  canReload?: boolean;
  /** Offers something else. */
  offer?: Offer | undefined;
}

/** A button: what it says and what it does. */
export interface Offer {
  name: string;
  act(): void;
}

/** What can be shown in place of the trace: a run. */
export interface Film {
  /** What it is, and what to do with it. */
  readonly intro: string;
  readonly length: number;
  frame(cursor: number): Frame | null;
}

export class Session {
  readonly player: Player;
  notice: Notice | null = null;
  /** Only the figure is shown, in large type. A reload ends it: nobody is to find a page without its tools tomorrow. */
  presenting = false;
  /** What a screen reader is to say next; a new object each time, so that the same words can be said again. */
  spoken: { text: string } = { text: '' };
  /** Told what another pipeline has taken the place of. */
  leaves: (document: Document, cursor: number) => void = () => {};
  /** What is said of an event behind its sentence, while something else is looked at beside the trace. */
  aside = (_cursor: number): string => '';
  /** Told where playing has come from just now; whether it is to stop. */
  halts = (_from: number): boolean => false;
  #analysis: Analysis;
  #chosen: string | null = null;
  /** Which event to show when what is prepared is there, unless the one that was shown. */
  #arrival: number | null = null;
  readonly #jobs: Jobs;
  #film: Film | null = null;
  #reach = 0;
  #forth = 'forward';
  #stride = (by: number): number => this.cursor + by;
  readonly #listeners = new Set<(moved: boolean) => void>();

  constructor(
    readonly engine: Orchestrator,
    readonly store: Store,
    openLargeWork = async () => new (await import('../engine/large_work')).LargeWork(engine),
  ) {
    this.#analysis = new Analysis(store.definition, find(engine, store.definition));
    this.player = new Player({
      forward: () => this.forward(),
      speed: () => store.speed,
      changed: () => this.#tell(),
    });
    this.#jobs = new Jobs(
      openLargeWork,
      () => this.#tell(),
      (text, canReload) => {
        // What could not be prepared is taken back; anything else has changed nothing.
        this.store.returnTo(this.#analysis.definition);
        this.notice = { text, canUndo: false, canReload };
        this.#tell();
      },
    );
    store.subscribe((moved) => (moved ? this.#tell(true) : this.#follow()));
  }

  get analysis(): Analysis {
    return this.#analysis;
  }
  /**
   * Large pipelines are read, checked and run beside the page. Until that is done the analysis is still the one of the
   * pipeline before, whole in itself: its trace can be stepped through, but the store's definition is another.
   */
  get preparing(): Preparing | null {
    return this.#jobs.preparing;
  }
  /** How many events there are to see. */
  get length(): number {
    const { length } = this.#film ?? this.#analysis;
    return this.#film ? length : length && Math.max(length, this.#reach);
  }
  /** Lets the cursor go on behind the trace's last event while something longer is looked at beside it. */
  set reach(events: number) {
    this.#reach = events;
    this.#tell();
  }
  get cursor(): number {
    return Math.max(0, Math.min(this.store.cursor, this.length - 1));
  }
  get frame(): Frame | null {
    return (this.#film ?? this.#analysis).frame(this.cursor);
  }
  /** Shows a run; null shows the trace again. */
  set film(film: Film | null) {
    this.player.pause();
    this.#film = film;
    this.#tell();
  }
  get film(): Film | null {
    return this.#film;
  }
  get atEnd(): boolean {
    return this.cursor >= this.length - 1;
  }
  /** The step that the learner looks at; null for none, and when it is gone. */
  get chosen(): number | null {
    const at = this.#chosen === null ? -1 : this.#analysis.indexOf(this.#chosen);
    return at < 0 ? null : at;
  }
  /** A name may be one that the core has yet to look at. */
  choose(step: number | string | null): void {
    this.#chosen = typeof step === 'number' ? this.#analysis.nameOf(step) : step;
    this.#tell();
  }

  goTo(cursor: number): void {
    const { length } = this;
    if (!length) return;
    const at = Math.max(0, Math.min(cursor, length - 1));
    this.store.setCursor(at);
    const isBehind = !this.#film && at >= this.#analysis.length;
    const text = (!isBehind && this.frame?.sentence) || '';
    this.spoken = { text: this.#film ? text : text + this.aside(at) };
    this.#tell(true);
  }
  /** The same by hand, which stops the player. */
  seek(cursor: number): void {
    this.player.pause();
    this.goTo(cursor);
  }
  /** One step by hand. */
  step(by: number): void {
    this.seek(this.#next(by));
  }
  /** Lets `stride` say which event one step forth (1) or back (-1) leads to, and `forth` what that is called. */
  stepBy(forth: string, stride: (by: number) => number): void {
    this.#forth = forth;
    this.#stride = stride;
    this.#tell();
  }
  /** What one step forth is called behind the word "Step". */
  get forth(): string {
    return this.#film ? 'forward' : this.#forth;
  }
  forward(): boolean {
    const { cursor } = this;
    if (this.atEnd) return false;
    this.goTo(this.#next(1));
    return !(!this.#film && this.halts(cursor)) && !this.atEnd;
  }
  /** Pace and stops are the trace's. */
  #next(by: number): number {
    return this.#film ? this.cursor + by : this.#stride(by);
  }
  togglePlay(): void {
    if (this.player.playing) {
      this.player.pause();
      return;
    }
    if (this.length === 0) return;
    const again = this.atEnd;
    if (again) this.goTo(0);
    this.player.play(!again);
  }
  setSpeed(speed: Speed): void {
    this.store.setSpeed(speed);
    this.player.speedChanged();
  }
  setTheme(theme: Theme): void {
    this.store.setTheme(theme);
  }
  present(presenting: boolean): void {
    this.presenting = presenting;
    this.#tell();
  }

  edit(edit: Edit, message = ''): void {
    this.player.pause();
    this.notice = message ? { text: message, canUndo: true } : null;
    this.store.edit(edit);
  }
  undo(): void {
    const label = this.store.undoLabel;
    if (label === null) return;
    this.player.pause();
    this.notice = null;
    this.spoken = { text: `Undone: ${label}.` };
    this.store.undo();
  }
  redo(): void {
    const label = this.store.redoLabel;
    if (label === null) return;
    this.player.pause();
    this.notice = null;
    this.spoken = { text: `Redone: ${label}.` };
    this.store.redo();
  }

  /** What the button can do now; null when errors or an empty pipeline leave nothing to break. */
  get breakOrMend(): 'break' | 'mend' | null {
    const { definition } = this.store;
    if (this.#analysis.definition !== definition || definition.steps.length === 0) return null;
    if (!this.#analysis.trace) return null;
    return this.#analysis.stall ? 'mend' : 'break';
  }
  /** Closes a cycle and shows the stall, or opens it again and shows the start. */
  toggleBreak(): void {
    const { trace, back } = this.#analysis;
    if (this.breakOrMend === null) return;
    if (this.breakOrMend === 'mend') {
      this.edit(breakage.mendIt(this.store.document, back));
      this.#arrive(0);
      return;
    }
    const dependencies = breakage.breakageFor(this.store.definition, trace?.orderIds ?? []);
    if (dependencies.length === 0) return;
    this.edit(breakage.breakIt(dependencies));
    this.#arrive(Infinity);
  }

  /** Opens a sample, or anything else, at one of its events. */
  open(edit: Edit, at = 0, message = ''): void {
    const { document } = this.store;
    const { cursor } = this;
    this.edit(edit, message);
    const now = this.store.document;
    if (now.definition === document.definition) return;
    if (!now.own) this.leaves(document, cursor);
    this.#arrive(at);
  }
  /** `called` is what it is called in a sentence. */
  async openFile(file: File, called = quoted(file.name)): Promise<void> {
    if (this.preparing) {
      this.notify(
        'The page is busy with a large pipeline. Wait for it or cancel it, then open the file.',
      );
      return;
    }
    const failed = `${called} could not be opened.`;
    const job: Job = { kind: 'read', of: file };
    const read = (work: LargeWork) => work.read(file, this.#jobs.progressOf(job));
    const definition = await this.#atLength(job, read, failed);
    if (definition) this.open(openPipeline(definition));
  }

  /** The core's layout; at once, or from beside the page where it takes longer. Null when there is none. */
  layOut(
    definition: PipelineDefinition,
    options: LayoutOptions,
  ): Layout | null | Promise<Layout | null> {
    const atOnce = () => {
      const layout = this.engine.layout(definition, options);
      return layout.ok ? layout : null;
    };
    if (!isLongToDraw(definition, this.#analysis.definition)) return atOnce();
    return this.#jobs.work
      .then((work) => work.layOut(definition, options))
      .catch((error) => {
        // Without a worker a picture late is better than none.
        if (error instanceof Error && error.name === 'Stopped') throw error;
        return atOnce();
      });
  }

  /** The report of a large pipeline; null when it was cancelled or failed, which is said then. */
  async runAtLength(options: RunOptions = {}, format: ReportFormat = 'text'): Promise<Ran | null> {
    const { definition } = this.store;
    if (this.preparing) return null;
    const job: Job = { kind: 'run', of: definition };
    const run = (work: LargeWork) =>
      work.run(definition, options, format, this.#jobs.progressOf(job));
    return this.#atLength(job, run, 'The pipeline could not be run.');
  }

  /** Ends what is under way: what is shown stays, and an edit that was being prepared is taken back. */
  cancelPreparation(): void {
    if (!this.preparing) return;
    this.spoken = { text: 'Cancelled.' };
    this.#jobs.stop();
    this.store.returnTo(this.#analysis.definition);
    this.#tell();
  }

  notify(text: string, offer?: Offer, canReload = false): void {
    this.notice = { text, canUndo: false, offer, canReload };
    this.#tell();
  }
  closeNotice(): void {
    this.notice = null;
    this.#tell();
  }

  /** Calls back after every change, until the returned function is called: `moved` when just the cursor has. */
  subscribe(listener: (moved: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #follow(): void {
    const { definition } = this.store;
    const { job } = this.#jobs;
    if (definition === this.#analysis.definition) {
      // Undone while it was being prepared.
      if (job?.kind === 'prepare') this.#jobs.settle();
    } else if (job?.kind !== 'prepare' || job.of !== definition) {
      if (isLarge(definition)) {
        void this.#prepare(definition);
      } else {
        if (job?.kind !== 'read') this.#jobs.settle();
        this.#show(new Analysis(definition, find(this.engine, definition)));
      }
    }
    this.#tell();
  }
  // The new one first: should the core throw, the old trace is still there to be shown.
  #show(analysis: Analysis): void {
    const old = this.#analysis;
    this.#analysis = analysis;
    old.dispose();
  }

  async #prepare(definition: PipelineDefinition): Promise<void> {
    const job: Job = { kind: 'prepare', of: definition };
    const prepare = async (work: LargeWork) => {
      const findings = await work.prepare(definition, this.#jobs.progressOf(job));
      if (this.#jobs.job !== job) findings.trace?.dispose();
      return findings;
    };
    const failed = 'The pipeline could not be prepared, so the one before it is back.';
    const findings = await this.#atLength(job, prepare, failed);
    if (!findings) return;
    this.#show(new Analysis(definition, findings));
    const { length } = this.#analysis;
    const steps = grouped(definition.steps.length);
    this.spoken = { text: `Ready: ${steps} steps, ${grouped(length)} events.` };
    const arrival = this.#arrival;
    this.#arrival = null;
    if (arrival !== null) this.#arrive(arrival);
    this.#tell();
  }

  #atLength<Result>(
    job: Job,
    act: (work: LargeWork) => Promise<Result>,
    failed: string,
  ): Promise<Result | null> {
    this.player.pause();
    return this.#jobs.do(job, act, failed);
  }
  /** Goes there at once, or as soon as the pipeline is prepared. */
  #arrive(at: number): void {
    if (this.#analysis.definition !== this.store.definition) this.#arrival = at;
    else this.goTo(at);
  }
  #tell(moved = false): void {
    for (const listener of this.#listeners) listener(moved);
  }
}
