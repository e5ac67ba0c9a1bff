/** What is being done to a large pipeline, how far it is, and a way out. */
import { css, html, nothing } from 'lit';
import { base, controls } from '../styles/shared';
import { StillView } from './view';

export class ProgressLine extends StillView {
  static override styles = [
    base,
    controls,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
        min-height: var(--target);
      }
      progress {
        flex: 1 1 160px;
        min-width: 0;
        accent-color: var(--accent);
      }
      .phase {
        flex: 0 1 16em;
      }
    `,
  ];

  override render() {
    const { preparing } = this.session;
    const isOther = this.session.store.definition !== this.session.analysis.definition;
    // The status itself says little, once: the phases would be read out one over another.
    return html`
      <div class="unseen" role="status">
        ${preparing ? 'This pipeline is large and takes a moment.' : nothing}
      </div>
      ${
        preparing
          ? html`<div class="line">
              <span class="phase">${preparing.phase} …</span>
              <progress aria-label="Progress" max="1" .value=${preparing.share}></progress>
              <button @click=${() => this.session.cancelPreparation()}>Cancel</button>
              ${isOther ? html`<span class="soft small">Until then you see the pipeline before it.</span>` : nothing}
            </div>`
          : nothing
      }
    `;
  }
}
