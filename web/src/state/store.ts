/** The page's one state: the document with its history, the cursor and the preferences. It knows no engine and no page. */
import type { PipelineDefinition } from '../engine/index';
import type { Document, Edit } from './document';
import * as histories from './history';

export type Theme = 'system' | 'light' | 'dark';

/** Events per beat of the player; 1 leaves time to read. */
export const speeds = [0.25, 0.5, 1, 2, 4, 8] as const;
export type Speed = (typeof speeds)[number];

/** What survives a reload. */
export interface Work {
  document: Document;
  /** The event shown, from 0; the trace may be shorter since, so readers clamp it. */
  cursor: number;
  /** The event of the run that is shown in place of the trace's; nothing while the trace is shown. */
  run?: number | undefined;
  speed: Speed;
  theme: Theme;
}

export class Store {
  #history: histories.History;
  #cursor: number;
  #run: number | undefined;
  #speed: Speed;
  #theme: Theme;
  readonly #listeners = new Set<(moved: boolean) => void>();

  constructor(work: Work) {
    this.#history = histories.startHistory(work.document);
    this.#cursor = work.cursor;
    this.#run = work.run;
    this.#speed = work.speed;
    this.#theme = work.theme;
  }

  get document(): Document {
    return this.#history.present;
  }
  get definition(): PipelineDefinition {
    return this.#history.present.definition;
  }
  /** Of what is shown: the trace, or the run. */
  get cursor(): number {
    return this.#run ?? this.#cursor;
  }
  /** Shows the run, at this event; nothing shows the trace again. */
  set run(cursor: number | undefined) {
    this.#run = cursor;
    this.#tell();
  }
  get run(): number | undefined {
    return this.#run;
  }
  get speed(): Speed {
    return this.#speed;
  }
  get theme(): Theme {
    return this.#theme;
  }
  get work(): Work {
    return {
      document: this.document,
      cursor: this.#cursor,
      run: this.#run,
      speed: this.#speed,
      theme: this.#theme,
    };
  }
  /** What undo would take back, in words; null when there is nothing. */
  get undoLabel(): string | null {
    return this.#history.past.at(-1)?.label ?? null;
  }
  get redoLabel(): string | null {
    return this.#history.future[0]?.label ?? null;
  }

  edit(edit: Edit): void {
    const next = histories.record(this.#history, edit, this.#cursor);
    if (next === this.#history) return;
    this.#history = next;
    this.#tell();
  }
  /** What is typed next in the same field is undone by itself. */
  seal(): void {
    this.#history = histories.seal(this.#history);
  }
  undo(): void {
    this.#move(histories.undo(this.#history, this.#cursor));
  }
  redo(): void {
    this.#move(histories.redo(this.#history, this.#cursor));
  }
  /** Goes back, or forth, to where the document had this definition. */
  returnTo(definition: PipelineDefinition): void {
    if (definition === this.definition) return;
    const moved = histories.returnTo(this.#history, definition, this.#cursor);
    if (moved) this.#move(moved);
    else {
      this.edit({ label: 'go back', apply: (now) => ({ ...now, definition, breakage: [] }) });
    }
  }
  setCursor(cursor: number): void {
    if (cursor === this.cursor) return;
    if (this.#run === undefined) this.#cursor = cursor;
    else this.#run = cursor;
    this.#tell(true);
  }
  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#tell();
  }
  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#tell();
  }

  /** Calls back after every change, until the returned function is called: `moved` when just the cursor has. */
  subscribe(listener: (moved: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #move(moved: histories.Moved | null): void {
    if (!moved) return;
    this.#history = moved.history;
    this.#cursor = moved.cursor;
    this.#tell();
  }
  #tell(moved = false): void {
    for (const listener of this.#listeners) listener(moved);
  }
}
