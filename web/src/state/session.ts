/** Store, engine and player as one thing for the views: what is shown now, and everything a learner can do. */
import type { Diagnostic, Orchestrator } from '../engine/index';
import { Analysis, find } from './analysis';
import * as breakage from './breakage';
import type { Edit } from './document';
import type { Frame } from './frame';
import { Player } from './player';
import type { Speed, Store, Theme } from './store';

/** A message that stays until the next edit or until it is closed. */
export interface Notice {
  text: string;
  /** Offers to take the last edit back. */
  canUndo: boolean;
}

/** The course's report, or why there is none. */
export type Run =
  | { ok: true; passed: boolean; text: string }
  | { ok: false; diagnostics: Diagnostic[] };

export class Session {
  readonly player: Player;
  notice: Notice | null = null;
  /** What a screen reader is to say next; a new object each time, so that the same words can be said again. */
  spoken: { text: string } = { text: '' };
  #analysis: Analysis;
  #chosen: string | null = null;
  #run: Run | null = null;
  #ranBefore = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly engine: Orchestrator,
    readonly store: Store,
  ) {
    this.#analysis = new Analysis(store.definition, find(engine, store.definition));
    this.player = new Player({
      forward: () => this.forward(),
      speed: () => store.speed,
      changed: () => this.#tell(),
    });
    store.subscribe(() => this.#follow());
  }

  get analysis(): Analysis {
    return this.#analysis;
  }
  get cursor(): number {
    return Math.max(0, Math.min(this.store.cursor, this.#analysis.length - 1));
  }
  get frame(): Frame | null {
    return this.#analysis.frame(this.cursor);
  }
  get atEnd(): boolean {
    return this.cursor >= this.#analysis.length - 1;
  }
  /** The step that the learner looks at; null for none, and when it is gone. */
  get chosen(): number | null {
    const at = this.#chosen === null ? -1 : this.#analysis.indexOf(this.#chosen);
    return at < 0 ? null : at;
  }
  choose(step: number | null): void {
    this.#chosen = step === null ? null : this.#analysis.nameOf(step);
    this.#tell();
  }
  /** The report of the definition as it is; null before a run and after an edit. */
  get run(): Run | null {
    return this.#run;
  }
  /** An edit has made the last report untrue. */
  get runIsStale(): boolean {
    return this.#ranBefore && this.#run === null;
  }

  goTo(cursor: number): void {
    if (!this.#analysis.trace) return;
    const at = Math.max(0, Math.min(cursor, this.#analysis.length - 1));
    this.store.setCursor(at);
    this.spoken = { text: this.#analysis.trace.sentence(at) };
    this.#tell();
  }
  /** The same by hand, which stops the player. */
  seek(cursor: number): void {
    this.player.pause();
    this.goTo(cursor);
  }
  forward(): boolean {
    if (this.atEnd) return false;
    this.goTo(this.cursor + 1);
    return !this.atEnd;
  }
  togglePlay(): void {
    if (this.player.playing) {
      this.player.pause();
      return;
    }
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
    if (!this.#analysis.trace || this.store.definition.steps.length === 0) return null;
    return this.#analysis.stall ? 'mend' : 'break';
  }
  /** Closes a cycle and shows the stall, or opens it again and shows the start. */
  toggleBreak(): void {
    const { trace, back } = this.#analysis;
    if (this.breakOrMend === null) return;
    if (this.breakOrMend === 'mend') {
      this.edit(breakage.mendIt(this.store.document, back));
      if (this.#analysis.trace) this.goTo(0);
      return;
    }
    const dependencies = breakage.breakageFor(this.store.definition, trace?.orderIds ?? []);
    if (dependencies.length === 0) return;
    this.edit(breakage.breakIt(dependencies));
    this.goTo(this.#analysis.length - 1);
  }

  runPipeline(): void {
    const definition = this.store.definition;
    const simulated = this.engine.simulate(definition);
    const report = this.engine.reportText(definition);
    this.#ranBefore = true;
    if (simulated.ok && report.ok) {
      this.#run = { ok: true, passed: simulated.passed, text: report.text };
    } else {
      this.#run = { ok: false, diagnostics: simulated.ok ? [] : simulated.diagnostics };
    }
    this.#tell();
  }

  notify(text: string): void {
    this.notice = { text, canUndo: false };
    this.#tell();
  }
  closeNotice(): void {
    this.notice = null;
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #follow(): void {
    const definition = this.store.definition;
    if (definition !== this.#analysis.definition) {
      // The new one first: should the core throw, the old trace is still there to be shown.
      const old = this.#analysis;
      this.#analysis = new Analysis(definition, find(this.engine, definition));
      old.dispose();
      this.#run = null;
    }
    this.#tell();
  }
  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
