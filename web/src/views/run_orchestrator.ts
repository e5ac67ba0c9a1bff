/** The whole page: one figure with its transport, then what it is made of, then the lesson in words. */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Session } from '../state/session';
import { textOf } from '../state/typed';
import { clipped } from '../state/words';
import { base, controls } from '../styles/shared';
import { afterRender } from './after_render';
import { breakButton } from './break_button';
import type { DefinitionEditor } from './editor/definition_editor';
import type { FindStep } from './find_step';
import type { GraphView } from './graph/graph_view';
import type { StepMove } from './graph/moves';
import type { HelpDialog } from './help_dialog';
import { icon } from './icons';
import { handleKey } from './keyboard';
import { pageStyles } from './page_styles';
import type { QueueView } from './queue_view';

export class RunOrchestrator extends LitElement {
  static override properties = {
    session: { attribute: false },
    failure: { attribute: false },
    twin: { state: true },
    finding: { state: true },
  };
  static override styles = [base, controls, pageStyles];

  declare session: Session | null;
  /** What could not be loaded, and what to do: a sentence or more. */
  declare failure: unknown;
  /** The table of all steps is opened. */
  declare twin: boolean;
  /** The field for a step's name is shown. */
  declare finding: boolean;
  #leave: (() => void) | null = null;

  constructor() {
    super();
    this.session = null;
    this.failure = null;
    this.twin = false;
    this.finding = false;
  }

  // On narrow screens the dock lies over the page, which has to know how much of itself is hidden.
  readonly #dockObserver = new ResizeObserver(([entry]) => {
    const dock = entry?.target;
    const covers = dock && getComputedStyle(dock).position === 'fixed';
    const height = covers ? dock.getBoundingClientRect().height : 0;
    document.documentElement.style.setProperty('--bar', `${Math.ceil(height)}px`);
  });

  readonly #onKey = (event: KeyboardEvent) => {
    const { session } = this;
    if (!session) return;
    handleKey(event, {
      session,
      help: () => this.#showHelp(),
      find: () => this.#startFind(),
      picture: (tool) => this.renderRoot.querySelector<GraphView>('graph-view')?.use(tool),
    });
  };

  // A browser shows a file that is dropped on it, and the page would be gone.
  readonly #onDrag = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  readonly #onDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void this.session?.openFile(file);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
    document.addEventListener('dragover', this.#onDrag);
    document.addEventListener('drop', this.#onDrop);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey);
    document.removeEventListener('dragover', this.#onDrag);
    document.removeEventListener('drop', this.#onDrop);
    this.#dockObserver.disconnect();
    this.#leave?.();
    this.#leave = null;
  }
  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('session')) return;
    this.#leave?.();
    this.#leave = this.session?.subscribe((moved) => moved || this.requestUpdate()) ?? null;
  }

  protected override updated(): void {
    const dock = this.renderRoot.querySelector('.dock');
    if (dock) this.#dockObserver.observe(dock);
  }

  override render() {
    const { session } = this;
    const failure =
      this.failure &&
      html`<div role="alert">
        <div class="failure">${this.failure}</div>
        <button @click=${() => location.reload()}>Reload the page</button>
      </div>`;
    if (!session) {
      return html`<div class="page">
        <header><slot name="title"></slot></header>
        <main>
          <slot name="intro"></slot>
          ${failure || html`<slot name="loading"></slot>`}
          <slot name="lesson"></slot>
        </main>
      </div>`;
    }
    return html`
      <div
        class="page"
        @show-help=${this.#showHelp}
        @show-field=${async (event: CustomEvent<string>) => (await this.#editor()).reveal(event.detail)}
        @add-step=${async () => (await this.#editor()).addStep()}
        @step-moves=${this.#showMove}
        @choose-step=${(event: CustomEvent<number>) => session.choose(event.detail)}
        @found-enough=${this.#endFind}
      >
        <header>
          <page-header .session=${session}><slot name="title"></slot></page-header>
          ${session.film ? html`<p>${session.film.intro}</p>` : html`<slot name="intro"></slot>`}
          ${failure}
        </header>
        <main>
          <div class="figure">
            ${this.#figureTemplate(session)}
            <aside class="side">
              <details open ?hidden=${session.film}>
                <summary><h2>Kahn's algorithm</h2></summary>
                <code-tabs .session=${session}><code-view .session=${session}></code-view></code-tabs>
              </details>
              <details open class="degrees">
                <summary><h2>${session.film ? 'Statuses' : 'In-degrees'}</h2></summary>
                <degrees-view .session=${session}></degrees-view>
              </details>
            </aside>
          </div>
          <look-closer .session=${session} ?hidden=${session.film}></look-closer>
          <run-view .session=${session}></run-view>
          <details class="twin" @toggle=${this.#toggleTwin}>
            <summary><h2>Steps as a table</h2></summary>
            ${this.twin ? html`<degrees-view wide .session=${session}></degrees-view>` : nothing}
          </details>
          <problems-view .session=${session}></problems-view>
          <definition-editor .session=${session}></definition-editor>
          <slot name="lesson"></slot>
        </main>
        <notice-bar .session=${session}></notice-bar>
        <span class="ghost mono" aria-hidden="true"></span>
        <spoken-region .session=${session}></spoken-region>
        <help-dialog .session=${session}></help-dialog>
      </div>
    `;
  }

  #figureTemplate(session: Session) {
    const name = textOf(session.store.definition.name) || 'A pipeline without a name';
    return html`
      <section class="stage" aria-labelledby="pipeline">
        <div>
          <div class="caption">
            <h2 id="pipeline"><bdi>${clipped(name)}</bdi></h2>
            <div class="tools">
              <mode-choice .session=${session}></mode-choice>
              ${this.#findTemplate(session)} ${breakButton(session)}
            </div>
          </div>
          <progress-line .session=${session}></progress-line>
        </div>
        <graph-view .session=${session}></graph-view>
        <queue-view .session=${session}></queue-view>
        <div class="dock">
          <sentence-view .session=${session}></sentence-view>
          <transport-bar .session=${session}></transport-bar>
        </div>
        <stall-view .session=${session}></stall-view>
      </section>
    `;
  }

  #findTemplate(session: Session) {
    if (session.analysis.definition.steps.length === 0) return nothing;
    return this.finding
      ? html`<find-step .session=${session}></find-step>`
      : html`<button class="find quiet" title="Find a step (/)" @click=${() => this.#startFind()}>
          ${icon('find')} Find a step
        </button>`;
  }

  async #startFind(): Promise<void> {
    await import('./find_step');
    this.finding = true;
    await this.updateComplete;
    this.renderRoot.querySelector<FindStep>('find-step')?.focus();
  }
  async #endFind(): Promise<void> {
    this.finding = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.find')?.focus();
  }

  #toggleTwin(event: Event): void {
    this.twin = (event.currentTarget as HTMLDetailsElement).open;
  }

  #showHelp(): void {
    void this.#part<HelpDialog>('help-dialog').then((dialog) => dialog.show());
  }

  /** A step that becomes ready flies from the picture to the queue; one that is taken out, from there to the order. */
  readonly #showMove = async ({ detail }: CustomEvent<StepMove>): Promise<void> => {
    const { step, kind } = detail;
    const { fly, still } = await import('./graph/interaction');
    if (still()) return;
    const rows = this.renderRoot.querySelector<QueueView>('queue-view');
    const picture = this.renderRoot.querySelector<GraphView>('graph-view');
    const ghost = this.renderRoot.querySelector<HTMLElement>('.ghost');
    const name = this.session?.analysis.nameOf(step);
    if (!rows || !picture || !ghost || name === undefined) return;
    afterRender(() => {
      const from = kind === 'dequeue' ? rows.headRect() : picture.rectOf(step);
      const to = rows.rectOf(step, kind === 'dequeue' ? 'order' : 'queue');
      return () => {
        ghost.textContent = clipped(name);
        if (from && to) fly(ghost, from, to);
      };
    });
  };

  #editor(): Promise<DefinitionEditor> {
    return this.#part<DefinitionEditor>('definition-editor');
  }
  /** A component that may still be on its way. */
  async #part<Part extends HTMLElement>(name: string): Promise<Part> {
    await customElements.whenDefined(name);
    const part = this.renderRoot.querySelector<Part>(name);
    if (!part) throw new Error(`The page has no ${name}.`);
    return part;
  }
}
