/** Kahn's algorithm in words, with the line that the event belongs to. */
import { css, html, nothing } from 'lit';
import { base } from '../styles/shared';
import { PanelView } from './panel_view';

export const codeStyles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: line;
  }
  li {
    display: grid;
    grid-template-columns: 2ch auto 1fr;
    padding: 2px var(--s2);
    border-left: 3px solid transparent;
    border-radius: 0 4px 4px 0;
    font-size: var(--small);
    line-height: 1.5;
    counter-increment: line;
  }
  .indent {
    padding-left: var(--s2);
    white-space: pre;
  }
  li::before {
    content: counter(line);
    color: var(--ink-soft);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  li[aria-current] {
    border-left-color: var(--accent);
    background: var(--accent-tint);
  }
  @media (forced-colors: active) {
    li[aria-current] {
      border-left-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;

export class CodeView extends PanelView {
  static override styles = [base, codeStyles];

  override render() {
    const line = this.session.frame?.moment.line ?? 0;
    return html`<ol aria-label="Kahn's algorithm, line by line">
      ${this.session.engine.pseudocode.map((text, at) => {
        const code = text.trimStart();
        const indent = text.slice(0, text.length - code.length);
        return html`<li aria-current=${at + 1 === line ? 'step' : nothing}>
          <span class="indent">${indent}</span><span>${code}</span>
        </li>`;
      })}
    </ol>`;
  }
}
