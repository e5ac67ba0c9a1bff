/** Says that what is shown came with a link, and lets the learner decide between it and their own. */
import { css, html } from 'lit';
import { keepLeftOver } from '../../state/left_over';
import { keepOwn, takeShared } from '../../state/shared_work';
import { base, controls } from '../../styles/shared';
import { View } from '../view';

export class SharedBar extends View {
  static override styles = [
    base,
    controls,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
        padding: var(--s2) var(--s3);
        border: 1px solid var(--accent);
        border-radius: var(--round);
        background: var(--accent-tint);
      }
      p {
        flex: 1 1 240px;
      }
    `,
  ];

  override render() {
    return html`<section aria-label="Shared pipeline">
      <p>This is a shared pipeline. Your own is kept.</p>
      <button @click=${this.#keep}>Keep mine</button>
      <button @click=${this.#take}>Take this</button>
    </section>`;
  }

  #keep(): void {
    const { session } = this;
    session.open(keepOwn(), session.store.document.own?.cursor, 'Your own pipeline is back.');
  }

  #take(): void {
    const { session } = this;
    const { own } = session.store.document;
    if (!own) return;
    const { cursor, ...document } = own;
    const problem = keepLeftOver(() => localStorage, document, cursor);
    const kept = problem ?? 'The one you had is among your copies.';
    session.edit(takeShared(), `The shared pipeline is yours now. ${kept}`);
  }
}

customElements.define('shared-bar', SharedBar);
