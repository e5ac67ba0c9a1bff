/** The pipelines to start from. Opening one is an edit like any other: undo brings the learner's own back. */
import { css, html } from 'lit';
import { samples } from '../lesson/samples';
import type { Edit } from '../state/document';
import { clearPipeline, openPipeline } from '../state/edits';
import { base, controls } from '../styles/shared';
import { icon } from './icons';
import { StillView } from './view';

export class SamplesMenu extends StillView {
  static override styles = [
    base,
    controls,
    css`
      [popover] {
        inset: auto;
        width: min(440px, calc(100vw - 2 * var(--s3)));
        max-height: min(560px, calc(100dvh - 80px));
        margin: 0;
        padding: var(--s2);
        border: 1px solid var(--edge);
        border-radius: 12px;
        background: var(--surface);
        color: var(--ink);
        overflow: auto;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button {
        display: block;
        width: 100%;
        padding: var(--s2) var(--s3);
        text-align: start;
        white-space: normal;
      }
      strong {
        display: block;
        font-weight: var(--strong);
      }
      @media (max-width: 700px) {
        svg {
          display: none;
        }
      }
      .new {
        margin-top: var(--s2);
        padding-top: var(--s2);
        border-top: 1px solid var(--rule);
      }
    `,
  ];

  override render() {
    return html`
      <button popovertarget="list">Samples ${icon('open')}</button>
      <div popover id="list" role="dialog" aria-label="Samples" @beforetoggle=${this.#place}>
        <ul>
          ${samples.map(({ title, teaches, definition }) =>
            this.#entry(title, teaches, () => openPipeline(definition)),
          )}
          ${this.#entry('Empty pipeline', 'Start from nothing and add steps of your own.', clearPipeline, 'new')}
          <li>
            <button class="quiet" @click=${() => this.renderRoot.querySelector('input')?.click()}>
              <strong>Open a file…</strong>
              <span class="soft small">A pipeline file (JSON) of your own. You can also drop one on the page.</span>
            </button>
          </li>
        </ul>
      </div>
      <input
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="Pipeline file"
        @change=${this.#openFile}
      />
    `;
  }

  #entry(title: string, teaches: string, edit: () => Edit, kind = '') {
    return html`<li class=${kind}>
      <button class="quiet" @click=${() => this.#open(edit())}>
        <strong>${title}</strong> <span class="soft small">${teaches}</span>
      </button>
    </li>`;
  }

  #open(edit: Edit): void {
    this.#list?.hidePopover();
    this.session.open(edit);
  }

  #openFile(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    this.#list?.hidePopover();
    if (file) void this.session.openFile(file);
    // So that the same file can be chosen again.
    input.value = '';
  }

  #place(event: ToggleEvent): void {
    const list = this.#list;
    const button = this.renderRoot.querySelector('button');
    if (event.newState !== 'open' || !list || !button) return;
    const { left, bottom } = button.getBoundingClientRect();
    const width = Math.min(440, innerWidth - 24);
    list.style.left = `${Math.max(12, Math.min(left, innerWidth - width - 12))}px`;
    list.style.top = `${bottom + 6}px`;
  }

  get #list(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('#list');
  }
}
