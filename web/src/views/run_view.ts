/** Runs the pipeline as it is and shows the course's report. */
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { setFailFast } from '../state/edits';
import { counted } from '../state/words';
import { base, controls } from '../styles/shared';
import { download } from './download';
import { icon } from './icons';
import { View } from './view';

export class RunView extends View {
  static override styles = [
    base,
    controls,
    css`
      h2 {
        font-size: var(--large);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s4);
        margin: var(--s2) 0;
      }
      h3 {
        display: flex;
        align-items: center;
        gap: var(--s2);
        margin: var(--s3) 0 var(--s2);
        font-size: var(--text);
        font-weight: var(--strong);
      }
      .passed {
        color: var(--good);
      }
      .failed {
        color: var(--error);
      }
      pre {
        margin: 0;
        max-height: 420px;
        padding: var(--s3) var(--s4);
        border-left: 3px solid var(--rule);
        background: var(--sunken);
        font: var(--plain) var(--small) / 1.55 var(--mono);
        overflow: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      ul {
        margin: 0;
        padding-left: var(--s5);
      }
    `,
  ];

  override render() {
    const { session } = this;
    const failFast = session.store.definition.fail_fast !== false;
    return html`
      <section aria-labelledby="heading">
        <h2 id="heading">Run</h2>
        <p class="soft small">
          A run walks the order and does each step's action. Here it is simulated: nothing is executed
          and no time passes.
        </p>
        <div class="row">
          <button @click=${() => session.runPipeline()}>${icon('play')} Run</button>
          <label class="tick">
            <input
              type="checkbox"
              .checked=${live(failFast)}
              @change=${(event: Event) =>
                session.edit(setFailFast((event.target as HTMLInputElement).checked))}
            />
            Fail-fast: after a failure, skip everything after it
          </label>
        </div>
        <div role="status">${this.#summary()}</div>
        ${this.#details()}
      </section>
    `;
  }

  #summary() {
    const { run, runIsStale } = this.session;
    if (runIsStale) {
      return html`<p class="soft">The pipeline has changed since its last run. Run it again.</p>`;
    }
    if (!run) return nothing;
    if (!run.ok) return html`<h3 class="failed">${icon('failed')} This pipeline cannot run</h3>`;
    const steps = counted(this.session.store.definition.steps.length, 'step');
    const outcome = run.passed ? 'passed' : 'failed';
    return html`<h3 class=${outcome}>${icon(outcome)} Report: the run of ${steps} ${outcome}</h3>`;
  }

  #details() {
    const { run } = this.session;
    if (!run) return nothing;
    if (run.ok) {
      return html`<pre tabindex="0" role="region" aria-label="Report" data-scrolls>${run.text}</pre>
        ${
          run.more > 0
            ? html`<p class="row">
                And ${counted(run.more, 'more line')}.
                <button @click=${() => download(run.whole, 'report.txt')}>Download the report</button>
              </p>`
            : nothing
        }`;
    }
    const errors = run.diagnostics.filter(({ severity }) => severity === 'error');
    return html`<ul>
      ${errors.slice(0, 10).map(({ message }) => html`<li><bdi>${message}</bdi></li>`)}
    </ul>`;
  }
}
