/** The report of a run: the course's text, JSON or JUnit XML; to copy and to download. */
import { css, html, nothing } from 'lit';
import type { Ran } from '../../engine/large_work';
import { reportOf } from '../../engine/report';
import type { RunTrace } from '../../engine/runs';
import { isLarge } from '../../engine/size';
import { runDeskOf } from '../../state/run_desk';
import { RunFilm } from '../../state/run_film';
import { counted } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { download } from '../download';
import { icon } from '../icons';
import type { Show } from '../tabbed_view';
import { View } from '../view';

const formats = {
  text: { name: 'Text', file: 'report.txt', type: 'text/plain' },
  json: { name: 'JSON', file: 'report.json', type: 'application/json' },
  junit: { name: 'JUnit XML', file: 'report.xml', type: 'application/xml' },
} as const;
type Format = keyof typeof formats;

export class RunReportView extends View {
  static override properties = {
    ...View.properties,
    format: { state: true },
    said: { state: true },
    ran: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      h3 {
        display: flex;
        align-items: center;
        gap: var(--s2);
        margin: 0 0 var(--s2);
        font-size: var(--text);
        font-weight: var(--strong);
      }
      .passed {
        color: var(--good);
      }
      .failed {
        color: var(--error);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
        margin-bottom: var(--s2);
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
    `,
  ];

  declare format: Format;
  /** What came of copying. */
  declare said: string;
  /** What came of running a large pipeline beside the page, of which, and by which rules. */
  declare ran: { of: object; rules: object; ran: Ran } | null;

  constructor() {
    super();
    this.format = 'text';
    this.said = '';
    this.ran = null;
  }

  override render() {
    const { definition } = this.session.store;
    if (isLarge(definition)) return this.#large(definition);
    const run = runDeskOf(this.session).run();
    if (!(run instanceof RunFilm)) {
      return html`<div role="status">
        ${run === null ? 'One moment …' : html`<h3 class="failed">${icon('failed')} This pipeline cannot run</h3>`}
      </div>
      ${run === null ? nothing : html`<p><bdi>${run}</bdi></p>`}`;
    }
    return this.#report(
      run.run.passed,
      textIn(run.run, this.format),
      html`
      <select aria-label="Format" @change=${this.#choose}>
        ${Object.entries(formats).map(([id, { name }]) => html`<option value=${id}>${name}</option>`)}
      </select>
    `,
    );
  }

  #large(definition: object) {
    const { of, rules, ran } = this.ran ?? {};
    const done = (of === definition && rules === runDeskOf(this.session).rules && ran) || null;
    const failed = done && !done.ok ? done.diagnostics : [];
    return html`<p class="row">
        This pipeline is large, so it runs beside the page, by the rules above.
        <button @click=${this.#runLarge}>${icon('play')} Run it</button>
      </p>
      <div role="status">
        ${done && !done.ok ? html`<h3 class="failed">${icon('failed')} This pipeline cannot run</h3>` : nothing}
      </div>
      ${failed.slice(0, 10).map(({ message }) => html`<p><bdi>${message}</bdi></p>`)}
      ${done?.ok ? this.#report(done.report.passed, done.report.whole, nothing, done.report) : nothing}`;
  }
  readonly #runLarge = async (): Promise<void> => {
    const of = this.session.store.definition;
    const { rules } = runDeskOf(this.session);
    const ran = await this.session.runAtLength(rules);
    if (ran) this.ran = { of, rules, ran };
  };

  #report(
    passed: boolean,
    whole: string | Blob,
    format: unknown,
    { text, more } = reportOf(passed, whole as string),
  ) {
    const outcome = passed ? 'passed' : 'failed';
    const steps = counted(this.session.store.definition.steps.length, 'step');
    const { file, type } = formats[format === nothing ? 'text' : this.format];
    return html`<div role="status">
        <h3 class=${outcome}>${icon(outcome)} Report: the run of ${steps} ${outcome}</h3>
      </div>
      <div class="row">
        ${format}
        <button @click=${() => this.#copy(whole)}>Copy</button>
        <button @click=${() => download(new Blob([whole], { type }), file)}>
          ${icon('save')} Download ${file}
        </button>
        <span role="status" class="small">${this.said}</span>
      </div>
      <pre tabindex="0" role="region" aria-label="Report" data-scrolls>${text}</pre>
      ${more > 0 ? html`<p>And ${counted(more, 'more line')}, which are in the download.</p>` : nothing}`;
  }

  readonly #choose = (event: Event): void => {
    this.format = (event.target as HTMLSelectElement).value as Format;
    this.said = '';
  };
  async #copy(whole: string | Blob): Promise<void> {
    try {
      await navigator.clipboard.writeText(await new Response(whole).text());
      this.said = 'Copied.';
    } catch {
      this.said = 'This browser does not let the page copy. Download the report instead.';
    }
  }
}

function textIn(run: RunTrace, format: Format): string {
  if (format === 'json') return `${JSON.stringify(JSON.parse(run.json()), null, 2)}\n`;
  return format === 'junit' ? run.junit() : run.reportText();
}

customElements.define('run-report', RunReportView);

export const show: Show = (session) => html`<run-report .session=${session}></run-report>`;
