/** What a screen reader hears when the trace moves: the last sentence once things have come to rest. */
import { html } from 'lit';
import { base } from '../styles/shared';
import { View } from './view';

// Long enough to pass over the events in between while one scrubs, short enough to feel like an answer.
const rest = 250;

export class SpokenRegion extends View {
  static override styles = [base];

  #heard: object | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    return html`<div class="unseen" role="status" aria-live="polite"></div>`;
  }

  protected override updated(): void {
    const { spoken } = this.session;
    if (spoken === this.#heard) return;
    this.#heard = spoken;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const region = this.renderRoot.querySelector('div');
      if (region) region.textContent = spoken.text;
    }, rest);
  }
}
