/** All that is wrong with the definition; each entry leads to its field. */
import { css, html } from 'lit';
import type { Diagnostic } from '../engine/index';
import { fieldOf } from '../state/field_of';
import { base, controls } from '../styles/shared';
import { icon } from './icons';
import { View } from './view';

const mostShown = 50;

export class ProblemsView extends View {
  static override styles = [
    base,
    controls,
    css`
      h2 {
        font-size: var(--large);
      }
      ul {
        margin: var(--s2) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 var(--s2);
        padding: var(--s2) 0;
        border-top: 1px solid var(--rule);
      }
      li svg {
        margin-top: 3px;
      }
      .error svg {
        color: var(--error);
      }
      .warning svg {
        color: var(--warning);
      }
      .hint {
        grid-column: 2;
      }
      .none {
        display: flex;
        align-items: center;
        gap: var(--s2);
        margin-top: var(--s2);
      }
      .none svg {
        color: var(--good);
      }
    `,
  ];

  override render() {
    const { diagnostics } = this.session.analysis;
    return html`
      <section aria-labelledby="heading">
        <h2 id="heading">Problems (${diagnostics.length})</h2>
        ${
          diagnostics.length === 0
            ? html`<p class="none">${icon('passed')} None: this pipeline has an order and can run.</p>`
            : html`<ul>
                ${diagnostics.slice(0, mostShown).map((diagnostic) => this.#entry(diagnostic))}
              </ul>`
        }
        ${
          diagnostics.length > mostShown
            ? html`<p class="soft">And ${diagnostics.length - mostShown} more; mend these first.</p>`
            : ''
        }
      </section>
    `;
  }

  #entry(diagnostic: Diagnostic) {
    const { severity, message, hint } = diagnostic;
    return html`<li class=${severity}>
      ${icon('error')}
      <button class="link" @click=${() => this.#lead(diagnostic)}>
        <span class="unseen">${severity}: </span><bdi>${message}</bdi>
      </button>
      ${hint ? html`<p class="hint soft small">${hint}</p>` : ''}
    </li>`;
  }

  #lead(diagnostic: Diagnostic): void {
    const detail = fieldOf(diagnostic, this.session.store.definition);
    this.dispatchEvent(new CustomEvent('show-field', { bubbles: true, composed: true, detail }));
  }
}
