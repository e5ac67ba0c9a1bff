/** The title, and what concerns the whole page: sharing, samples, undo and redo, theme, help. */
import { css, html, nothing } from 'lit';
import type { Theme } from '../state/store';
import { base, controls } from '../styles/shared';
import type { FilesDialog } from './files/files_dialog';
import { icon } from './icons';
import { loadPart } from './load_part';
import { moreIcon } from './more_icons';
import type { ShareDialog } from './share/share_dialog';
import { StillView } from './view';

export class PageHeader extends StillView {
  static override properties = {
    ...StillView.properties,
    shares: { state: true },
    files: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s4);
      }
      .title {
        flex: 1;
        white-space: nowrap;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1) var(--s2);
      }
      shared-bar {
        flex: 1 1 100%;
      }
      @media (max-width: 700px) {
        .tools {
          flex-wrap: nowrap;
          gap: var(--s1);
        }
        .tools.work {
          flex: 1 1 100%;
          justify-content: space-between;
          min-width: 0;
        }
        .tools .word,
        .tools .print {
          display: none;
        }
        .tools button,
        .tools select {
          padding: 0 var(--s2);
        }
        .tools select {
          flex: 0 1 auto;
        }
      }
    `,
  ];

  /** Dialogs that have been asked for. */
  declare shares: boolean;
  declare files: boolean;

  constructor() {
    super();
    this.shares = false;
    this.files = false;
  }

  override render() {
    const { session } = this;
    const { undoLabel, redoLabel, theme } = session.store;
    return html`
      <div class="title"><slot></slot></div>
      <div class="tools">
        ${this.#presentButton()}
        <button class="quiet print" title="Print the pipeline and its trace" @click=${() => print()}>Print</button>
        <button aria-label="Share" title="Share this pipeline" @click=${this.#share}>
          ${moreIcon('share')}<span class="word">Share</span>
        </button>
        <button aria-label="Pipelines" title="New, open, keep and download pipelines" @click=${this.#openFiles}>
          ${moreIcon('file')}<span class="word">Pipelines</span>
        </button>
      </div>
      <div class="tools work">
        <samples-menu .session=${session}></samples-menu>
        ${this.#historyButton('Undo', undoLabel, () => session.undo())}
        ${this.#historyButton('Redo', redoLabel, () => session.redo())}
        <select
          aria-label="Theme"
          @change=${(event: Event) =>
            session.setTheme((event.target as HTMLSelectElement).value as Theme)}
        >
          ${(['system', 'light', 'dark'] as const).map(
            (choice) =>
              html`<option value=${choice} ?selected=${choice === theme}>${titles[choice]}</option>`,
          )}
        </select>
        <button
          class="quiet"
          aria-label="Help"
          title="Help (?)"
          @click=${() => this.dispatchEvent(new CustomEvent('show-help', { bubbles: true, composed: true }))}
        >
          ?
        </button>
      </div>
      ${session.store.document.own ? html`<shared-bar .session=${session}></shared-bar>` : nothing}
      ${this.files ? html`<files-dialog .session=${session}></files-dialog>` : nothing}
      ${this.shares ? html`<share-dialog .session=${session}></share-dialog>` : nothing}
    `;
  }

  #presentButton() {
    const { session } = this;
    const { presenting } = session;
    const name = presenting ? 'End presentation' : 'Present';
    const title = presenting ? 'End presentation (Esc)' : 'Only the figure, in large type (P)';
    return html`<button class="quiet present" aria-label=${name} title=${title} @click=${() => session.present(!presenting)}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${presenting ? cross : screen} /></svg>
      <span class="word">${name}</span>
    </button>`;
  }

  protected override updated(): void {
    if (this.session.store.document.own) {
      void loadPart(this.session, () => import('./share/shared_bar'));
    }
  }

  async #share(): Promise<void> {
    if (!(await loadPart(this.session, () => import('./share/share_dialog')))) return;
    this.shares = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<ShareDialog>('share-dialog')?.show();
  }

  async #openFiles(): Promise<void> {
    if (!(await loadPart(this.session, () => import('./files/files_dialog')))) return;
    this.files = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<FilesDialog>('files-dialog')?.show();
  }

  #historyButton(word: 'Undo' | 'Redo', label: string | null, act: () => void) {
    const name = label === null ? word : `${word}: ${label}`;
    return html`<button class="quiet" aria-label=${name} title=${name} aria-disabled=${label === null} @click=${act}>
      ${icon(word === 'Undo' ? 'undo' : 'redo')}<span class="word">${word}</span>
    </button>`;
  }
}

const screen = 'M2 3h12v7.5H2zM8 10.5V14M5 14h6';
const cross = 'M4 4l8 8M12 4l-8 8';
const titles = { system: '◐ System', light: '○ Light', dark: '● Dark' } as const;
