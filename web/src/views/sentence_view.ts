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
      .word {
        white-space: nowrap;
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
    return html`<p class="sentence"><bdi>${unbroken(frame.sentence)}</bdi></p>`;
  }
}

/** Keeps the lesson's one hyphenated word from being torn apart at the end of a line. */
function unbroken(sentence: string) {
  return sentence
    .split(/(in-degree)/)
    .map((part) => (part === 'in-degree' ? html`<span class="word">${part}</span>` : part));
}
