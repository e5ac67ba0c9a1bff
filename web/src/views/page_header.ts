/** The title, and what concerns the whole page: samples, undo and redo, theme, help. */
import { css, html } from 'lit';
import type { Theme } from '../state/store';
import { base, controls } from '../styles/shared';
import { icon } from './icons';
import { View } from './view';

export class PageHeader extends View {
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
      @media (max-width: 700px) {
        .tools {
          flex: 1 1 100%;
          flex-wrap: nowrap;
          justify-content: space-between;
          gap: var(--s1);
          min-width: 0;
        }
        .tools .word {
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

  override render() {
    const { session } = this;
    const { undoLabel, redoLabel, theme } = session.store;
    return html`
      <div class="title"><slot></slot></div>
      <div class="tools">
        <samples-menu .session=${session}></samples-menu>
        ${this.#historyButton('Undo', undoLabel, () => session.undo())}
        ${this.#historyButton('Redo', redoLabel, () => session.redo())}
        ${this.#presentButton()}
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
