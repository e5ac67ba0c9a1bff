/** What the event did and why, in one sentence. */
import { css, html } from 'lit';
import { base } from '../styles/shared';
import { View } from './view';

export class SentenceView extends View {
  static override styles = [
    base,
    css`
      .sentence {
        min-height: 3.2em;
        max-width: 75ch;
        font-size: var(--large);
        line-height: 1.45;
        text-wrap: pretty;
      }
      @media (max-width: 700px) {
        .sentence {
          min-height: 2.9em;
          font-size: 1rem;
        }
      }
    `,
  ];

  override render() {
    const { frame } = this.session;
    if (!frame) {
      return html`<p class="sentence">Kahn's algorithm starts as soon as every step's dependencies are known.</p>`;
    }
    return html`<p class="sentence"><bdi>${frame.sentence}</bdi></p>`;
  }
}
