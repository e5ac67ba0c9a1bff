/** All that is wrong with the definition; each entry leads to its field. */
import { css, html, nothing } from 'lit';
import type { Diagnostic } from '../engine/index';
import { fieldOf } from '../state/field_of';
import type { Mend } from '../state/mend';
import { mendsOf } from '../state/mends';
import { grouped } from '../state/words';
import { base, controls } from '../styles/shared';
import { icon } from './icons';
import { mendButtons, mendStyles } from './mend_buttons';
import { Sight } from './sight';
import { StillView } from './view';

/** Longer lists scroll by themselves and are drawn in part, every entry as high as the others. */
const mostWhole = 50;
const entryHeight = 132;

export class ProblemsView extends StillView {
  static override styles = [
    base,
    controls,
    mendStyles,
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
      .hint,
      .mends {
        grid-column: 2;
      }
      .many {
        max-height: 420px;
        margin-top: var(--s2);
        overflow: auto;
        scrollbar-width: thin;
      }
      .many ul {
        margin: 0;
      }
      .many li {
        align-content: start;
        height: 132px;
        overflow: hidden;
      }
      .many .link,
      .many .hint {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .many .hint {
        -webkit-line-clamp: 1;
      }
      .many .mends {
        flex-wrap: nowrap;
        overflow-x: auto;
        scrollbar-width: none;
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

  readonly #sight = new Sight(this, 'y', entryHeight, 'li');

  protected override updated(): void {
    this.#sight.attach(this.renderRoot.querySelector<HTMLElement>('.many'));
  }

  override render() {
    const { diagnostics } = this.session.analysis;
    return html`
      <section aria-labelledby="heading">
        <h2 id="heading" tabindex="-1">Problems (${grouped(diagnostics.length)})</h2>
        ${
          diagnostics.length === 0
            ? html`<p class="none">${icon('passed')} None: this pipeline has an order and can run.</p>`
            : diagnostics.length > mostWhole
              ? this.#part(diagnostics)
              : html`<ul>
                  ${diagnostics.map((diagnostic, at) => this.#entry(diagnostic, at))}
                </ul>`
        }
      </section>
    `;
  }

  #part(diagnostics: readonly Diagnostic[]) {
    const part = this.#sight.part(diagnostics.length);
    return html`<div class="many" tabindex="0" role="group" aria-label="Problems" data-scrolls>
      <ul .style=${`height: ${this.#sight.length}px; padding-top: ${this.#sight.before(part)}px`}>
        ${diagnostics
          .slice(part.from, part.to)
          .map((diagnostic, offset) =>
            this.#entry(diagnostic, part.from + offset, diagnostics.length),
          )}
      </ul>
    </div>`;
  }

  #entry(diagnostic: Diagnostic, at: number, of?: number) {
    const { severity, message, hint } = diagnostic;
    return html`<li
      class=${severity}
      aria-posinset=${of ? at + 1 : nothing}
      aria-setsize=${of ?? nothing}
    >
      ${icon('error')}
      <button class="link" id="problem-${at}" @click=${() => this.#lead(diagnostic)}>
        <span class="unseen">${severity}: </span><bdi>${message}</bdi>
      </button>
      ${hint ? html`<p class="hint soft small">${hint}</p>` : ''}
      ${mendButtons(this.#mendsOf(diagnostic), `problem-${at}`, (mend) => this.#use(mend, at))}
    </li>`;
  }

  /** None while the core has not looked at the pipeline yet: they would change the wrong fields. */
  #mendsOf(diagnostic: Diagnostic): Mend[] {
    const { analysis, store } = this.session;
    return analysis.definition === store.definition ? mendsOf(diagnostic, store.definition) : [];
  }

  async #use({ edit, next }: Mend, at: number): Promise<void> {
    this.session.edit(edit, `Done: ${edit.label}.`);
    if (next !== undefined) {
      this.#show(next);
      return;
    }
    await this.updateComplete;
    // The keyboard goes on with the problem that has moved up.
    const last = Math.min(at, this.session.analysis.diagnostics.length - 1);
    this.renderRoot.querySelector<HTMLElement>(`#problem-${last}`)?.focus();
    if (last < 0) this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }

  #lead(diagnostic: Diagnostic): void {
    this.#show(diagnostic.path || fieldOf(diagnostic, this.session.analysis.definition));
  }
  #show(detail: string): void {
    this.dispatchEvent(new CustomEvent('show-field', { bubbles: true, composed: true, detail }));
  }
}
