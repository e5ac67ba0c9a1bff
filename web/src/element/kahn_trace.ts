/** <kahn-trace>: the figure of a pipeline and its trace, in somebody else's page. */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { openEngine, type PipelineDefinition } from '../engine/index';
import type { Read } from '../formats/pipeline_file';
import { openPipeline } from '../state/edits';
import { blocksTrace } from '../state/field_of';
import { Session } from '../state/session';
import { Store } from '../state/store';
import { textOf } from '../state/typed';
import { clipped } from '../state/words';
import { base, controls } from '../styles/shared';
import { breakButton } from '../views/break_button';
import type { GraphView } from '../views/graph/graph_view';
import { handleKey } from '../views/keyboard';
import { readAddress, readChild, readValue } from './source';
import { frameStyles } from './styles';

/** One core for all figures of a page. */
let engine: ReturnType<typeof openEngine> | null = null;

export class KahnTrace extends LitElement {
  static override properties = {
    src: { reflect: true },
    mode: { reflect: true },
    theme: { reflect: true },
    controls: { reflect: true },
    cursor: { type: Number, reflect: true, noAccessor: true },
    problem: { state: true },
  };
  static override styles = [base, controls, ...frameStyles];

  /** Where the pipeline is, unless it is inside the element. */
  declare src: string | null;
  /** "trace", or "run" to let it run, too. */
  declare mode: string | null;
  /** "light", "dark" or "system"; without it the page's. */
  declare theme: string | null;
  /** "none" leaves stepping to the page's own scripts. */
  declare controls: string | null;
  declare problem: string | null;

  #session: Session | null = null;
  #leave: (() => void) | null = null;
  /** What is shown as soon as the core is there, or again when the element is put back into a page. */
  #waiting: PipelineDefinition | null = null;
  #wanted = 0;
  #loading: AbortController | null = null;
  /** What the page was told last. */
  #told: { definition?: PipelineDefinition; cursor: number; sentence?: string } = { cursor: 0 };
  readonly #children = new MutationObserver(() => void this.#load());

  constructor() {
    super();
    this.src = null;
    this.mode = null;
    this.theme = null;
    this.controls = null;
    this.problem = null;
  }

  /** The pipeline as it is now, or null. A copy: to change it, set it. */
  get definition(): PipelineDefinition | null {
    const definition = this.#session?.store.definition ?? this.#waiting;
    return definition && structuredClone(definition);
  }
  set definition(value: unknown) {
    this.#take(readValue(value));
  }

  /** Which event is shown, from 0. */
  get cursor(): number {
    return this.#session?.cursor ?? this.#wanted;
  }
  set cursor(value: unknown) {
    const cursor = Math.max(0, Math.trunc(Number(value)) || 0);
    if (!this.#session) this.#wanted = cursor;
    else if (cursor !== this.#session.cursor) this.#session.seek(cursor);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.#waiting) void this.#start();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
    // Unless it was only moved.
    queueMicrotask(() => this.isConnected || this.#end());
  }
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('src') || !this.hasUpdated) void this.#load();
  }

  protected override updated(): void {
    if (this.#session) this.#tellChanges(this.#session);
  }

  override render() {
    const { theme, problem } = this;
    const session = this.#session;
    const known = theme && ['light', 'dark', 'system'].includes(theme) ? theme : nothing;
    return html`<div
      class="frame"
      data-theme=${known}
      @keydown=${this.#key}
      @step-moves=${(event: Event) => event.stopPropagation()}
    >
      ${problem ? html`<p role="alert" class="failure">${problem}</p>` : nothing}
      ${session && !problem ? this.#figure(session) : nothing}
      ${session || problem ? nothing : html`<p class="soft">No pipeline is here yet.</p>`}
    </div>`;
  }

  #figure(session: Session) {
    const name = textOf(session.store.definition.name) || 'A pipeline without a name';
    const { frame, analysis, notice } = session;
    const hasControls = this.controls !== 'none';
    return html`<figure aria-label="Trace of ${clipped(name)}">
      <div class="caption">
        <bdi>${clipped(name)}</bdi>
        ${hasControls && this.mode === 'run' ? html`<mode-choice .session=${session}></mode-choice>` : nothing}
        ${hasControls ? breakButton(session) : nothing}
      </div>
      ${session.preparing ? html`<progress-line .session=${session}></progress-line>` : nothing}
      ${
        frame && analysis.definition.steps.length > 0
          ? html`<graph-view .session=${session}></graph-view>
              <queue-view .session=${session}></queue-view>
              <sentence-view .session=${session}></sentence-view>
              ${hasControls ? html`<transport-bar .session=${session}></transport-bar>` : nothing}
              <stall-view .session=${session}></stall-view>`
          : obstacle(session)
      }
      ${this.mode === 'run' ? html`<run-view .session=${session}></run-view>` : nothing}
      <div>
        <p role="status">${notice?.text}</p>
        <spoken-region .session=${session}></spoken-region>
      </div>
    </figure>`;
  }

  /** From its address, or from inside. */
  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const { src } = this;
    const read = src === null ? readChild(this) : await readAddress(src, loading.signal);
    if (loading.signal.aborted || !read) return;
    if (src === null && !read.ok && document.readyState === 'loading') {
      // The page is still being read and may not have come to the end of it.
      document.addEventListener('DOMContentLoaded', () => this.#load(), { once: true });
    } else this.#take(read);
  }

  #take(read: Read): void {
    this.problem = read.ok ? null : read.problem;
    if (!read.ok) return;
    if (this.#session) this.#session.open(openPipeline(read.definition));
    else {
      const isStarting = this.#waiting !== null;
      this.#waiting = read.definition;
      if (!isStarting) void this.#start();
    }
  }

  async #start(): Promise<void> {
    try {
      engine ??= openEngine();
      const core = await engine;
      const definition = this.#waiting;
      if (this.#session || !definition || !this.isConnected) return;
      const document = { definition, breakage: [] };
      const work = { document, cursor: this.#wanted, speed: 1, theme: 'system' } as const;
      const session = new Session(core, new Store(work));
      this.#session = session;
      const follow = () => {
        this.requestUpdate();
        this.requestUpdate('cursor', this.#told.cursor);
      };
      this.#leave = session.subscribe(follow);
      follow();
    } catch (error) {
      engine = null;
      this.#waiting = null;
      const reason = error instanceof Error ? error.message : String(error);
      this.problem = `This figure needs WebAssembly, which could not be started: ${reason}`;
    }
  }

  #end(): void {
    const session = this.#session;
    if (!session) return;
    this.#leave?.();
    session.player.pause();
    this.#waiting = session.store.definition;
    this.#wanted = session.cursor;
    this.#session = null;
    session.analysis.dispose();
  }

  /** Tells the page what is another than before: once, however much has come together. */
  #tellChanges(session: Session): void {
    const { cursor, store, frame } = session;
    const before = this.#told;
    const now = { definition: store.definition, cursor, sentence: frame?.sentence ?? '' };
    this.#told = now;
    if (before.definition !== now.definition) {
      this.#tell('definitionchange', { definition: this.definition });
    }
    if (before.cursor !== cursor || before.sentence !== now.sentence) {
      this.#tell('cursorchange', { cursor, sentence: now.sentence });
    }
  }
  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  readonly #key = (event: KeyboardEvent): void => {
    const session = this.#session;
    // Help and search are the page's own.
    if (!session || this.controls === 'none' || '?/'.includes(event.key)) return;
    handleKey(event, {
      session,
      help() {},
      find() {},
      picture: (tool) => this.renderRoot.querySelector<GraphView>('graph-view')?.use(tool),
    });
  };
}

/** Why there is nothing to trace. */
function obstacle({ analysis }: Session) {
  const errors = analysis.diagnostics.filter(blocksTrace);
  if (errors.length === 0) return html`<p>This pipeline has no steps.</p>`;
  return html`<div>
    <p>This pipeline cannot be traced:</p>
    <ul>
      ${errors.slice(0, 4).map(({ message }) => html`<li><bdi>${message}</bdi></li>`)}
    </ul>
  </div>`;
}
