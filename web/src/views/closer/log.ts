/** The log: every event, where to stop, and what the learner has noted. */
import { css, html } from 'lit';
import { base } from '../../styles/shared';
import './bookmarks';
import type { Show } from './panels';
import './stops';
import './trace_log';
import { PanelView } from '../panel_view';

export class LogPanel extends PanelView {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 340px;
        gap: var(--s5);
        align-items: start;
      }
      @media (max-width: 1000px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    const { session } = this;
    return html`
      <trace-log .session=${session}></trace-log>
      <div>
        <trace-stops .session=${session}></trace-stops>
        <book-marks .session=${session}></book-marks>
      </div>
    `;
  }
}

customElements.define('log-panel', LogPanel);

export const show: Show = (session) => html`<log-panel .session=${session}></log-panel>`;
