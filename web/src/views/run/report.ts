/** The report of a run: the course's text, JSON or JUnit XML; to copy and to download. */
import { css, html, nothing } from 'lit';
import type { Ran } from '../../engine/large_work';
import { type ReportFormat, reportIn, reportOf } from '../../engine/report';
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

  declare format: ReportFormat;
  /** What came of copying. */
  declare said: string;
  /** What came of running a large pipeline beside the page, of which, by which rules, and in which format. */
  declare ran: { of: object; rules: object; format: ReportFormat; ran: Ran } | null;

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
    const { format } = this;
    return this.#report(format, run.run.passed, reportIn(format, run.run));
  }

  #large(definition: object) {
    const { of, rules } = this.ran ?? {};
    const isOfThis = of === definition && rules === runDeskOf(this.session).rules;
    const { ran: done, format } = (isOfThis && this.ran) || { ran: null, format: this.format };
    const failed = done && !done.ok ? done.diagnostics : [];
    return html`<p class="row">
        This pipeline is large, so it runs beside the page, by the rules above.
        <button @click=${() => this.#runLarge(format)}>${icon('play')} Run it</button>
      </p>
      <div role="status">
        ${done && !done.ok ? html`<h3 class="failed">${icon('failed')} This pipeline cannot run</h3>` : nothing}
      </div>
      ${failed.slice(0, 10).map(({ message }) => html`<p><bdi>${message}</bdi></p>`)}
      ${done?.ok ? this.#report(format, done.report.passed, done.report.whole, done.report) : nothing}`;
  }
  async #runLarge(format: ReportFormat): Promise<void> {
    const of = this.session.store.definition;
    const { rules } = runDeskOf(this.session);
    const ran = await this.session.runAtLength(rules, format);
    if (ran) this.ran = { of, rules, format, ran };
  }

  #report(
    format: ReportFormat,
    passed: boolean,
    whole: string | Blob,
    { text, more } = reportOf(passed, whole as string),
  ) {
    const outcome = passed ? 'passed' : 'failed';
    const steps = counted(this.session.store.definition.steps.length, 'step');
    const { file, type } = formats[format];
    return html`<div role="status">
        <h3 class=${outcome}>${icon(outcome)} Report: the run of ${steps} ${outcome}</h3>
      </div>
      <div class="row">
        <select aria-label="Format" @change=${this.#choose}>
          ${Object.entries(formats).map(([id, { name }]) => html`<option value=${id} ?selected=${id === format}>${name}</option>`)}
        </select>
        <button @click=${() => this.#copy(whole)}>Copy</button>
        <button @click=${() => download(new Blob([whole], { type }), file)}>
          ${icon('save')} Download ${file}
        </button>
        <span role="status" class="small">${this.said}</span>
      </div>
      <pre tabindex="0" role="region" aria-label="Report" data-scrolls>${text}</pre>
      ${more > 0 ? html`<p>And ${counted(more, 'more line')}, which are in the download.</p>` : nothing}`;
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const field = event.target as HTMLSelectElement;
    const format = field.value as ReportFormat;
    this.said = '';
    if (isLarge(this.session.store.definition)) {
      await this.#runLarge(format);
      // As it was, should that have been cancelled.
      field.value = this.ran?.format ?? format;
    } else this.format = format;
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

customElements.define('run-report', RunReportView);

export const show: Show = (session) => html`<run-report .session=${session}></run-report>`;
