/** One definition, two ways to write it: the table of its steps, and its text. */
import { css, html, nothing } from 'lit';
import { base, controls, tabs } from '../../styles/shared';
import { loadPart } from '../load_part';
import type { TextView } from '../text/text_view';
import { StillView } from '../view';
import type { StepsEditor } from './steps_editor';

const titles = { table: 'Table', text: 'Text' } as const;
type Tab = keyof typeof titles;

export class DefinitionEditor extends StillView {
  static override properties = { ...StillView.properties, tab: { state: true } };
  static override styles = [
    base,
    controls,
    tabs,
    css`
      .draft {
        margin-bottom: var(--s3);
      }
    `,
  ];

  declare tab: Tab;

  constructor() {
    super();
    this.tab = 'table';
  }

  /** Leads to the field of a JSON pointer in the view that is open. */
  async reveal(path: string): Promise<void> {
    await (await this.#view()).reveal(path);
  }
  async addStep(): Promise<void> {
    this.tab = 'table';
    await ((await this.#view()) as StepsEditor).addStep();
  }

  override render() {
    return html`
      <div role="tablist" aria-label="Ways to write the pipeline" @keydown=${this.#keyed}>
        ${this.#tabButton('table')} ${this.#tabButton('text')}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}">
        ${
          this.tab === 'text'
            ? html`<text-view .session=${this.session}></text-view>`
            : html`${this.#draftNote()}<steps-editor .session=${this.session}></steps-editor>`
        }
      </div>
    `;
  }

  #tabButton(tab: Tab) {
    const chosen = tab === this.tab;
    return html`<button
      role="tab"
      id="tab-${tab}"
      aria-selected=${chosen}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.#choose(tab)}
    >
      ${titles[tab]}
    </button>`;
  }

  #draftNote() {
    if (!this.session.store.document.writing?.isDraft) return nothing;
    return html`<p class="draft small">
      There is a text that cannot be read yet. This is the pipeline without it.
      <button class="link" @click=${() => this.#choose('text')}>Go to the text</button>
    </p>`;
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: 'table', ArrowRight: 'text', Home: 'table', End: 'text' }[event.key];
    if (!to) return;
    event.preventDefault();
    void this.#choose(to as Tab);
  };

  async #choose(tab: Tab): Promise<void> {
    if (tab === 'text') {
      const loaded = await loadPart(this.session, () => import('../text/text_view'));
      if (!loaded) return;
    }
    this.tab = tab;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  }

  async #view(): Promise<StepsEditor | TextView> {
    await this.updateComplete;
    const view = this.renderRoot.querySelector<StepsEditor | TextView>('steps-editor, text-view');
    if (!view) throw new Error('The editor has no view.');
    return view;
  }
}
