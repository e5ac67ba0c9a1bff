/** Whether the figure shows the trace or a run. */
import { css, html } from 'lit';
import { base, controls } from '../styles/shared';
import { loadPart } from './load_part';
import { StillView } from './view';

export class ModeChoice extends StillView {
  static override styles = [
    base,
    controls,
    css`
      div {
        display: flex;
      }
      button {
        border-radius: var(--round) 0 0 var(--round);
      }
      button + button {
        margin-left: -1px;
        border-radius: 0 var(--round) var(--round) 0;
      }
      [aria-pressed='true'] {
        position: relative;
        border-color: var(--accent);
        background: var(--accent-tint);
        font-weight: var(--strong);
      }
      @media (forced-colors: active) {
        [aria-pressed='true'] {
          border: 3px solid Highlight;
        }
      }
    `,
  ];

  override render() {
    const isRun = this.session.film !== null;
    return html`<div role="group" aria-label="What is shown">
      <button aria-pressed=${!isRun} @click=${() => this.#show(false)}>Trace</button>
      <button aria-pressed=${isRun} @click=${() => this.#show(true)}>Run</button>
    </div>`;
  }

  async #show(run: boolean): Promise<void> {
    if (run === (this.session.film !== null)) return;
    const part = await loadPart(this.session, () => import('./run/show'));
    if (run) await part?.showRun(this.session);
    else part?.showTrace(this.session);
  }
}
