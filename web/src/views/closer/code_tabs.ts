/** An algorithm in words, Python and C++, in step with its events; explained line by line when that is wanted. */
import { css, html, nothing } from 'lit';
import type { Algorithm, CodeLine, Study } from '../../engine/studies';
import { deskOf } from '../../state/study_desk';
import { base, controls } from '../../styles/shared';
import { codeStyles } from '../code_view';
import { PanelView } from '../panel_view';

const languages = { words: 'Words', python: 'Python', cpp: 'C++' } as const;
type Language = keyof typeof languages;
const names = Object.keys(languages) as Language[];

const called: Readonly<Record<Algorithm, string>> = {
  kahn: "Kahn's algorithm",
  dfs: 'Depth-first search',
};

/** Kahn's algorithm in words comes from the first screen, as a child. Everything else waits until it is asked for. */
export class CodeTabs extends PanelView {
  static override properties = {
    ...PanelView.properties,
    algorithm: {},
    language: { state: true },
    explains: { state: true },
    isAsked: { state: true },
  };
  static override styles = [
    base,
    controls,
    codeStyles,
    css`
      :host {
        position: relative;
      }
      [role='tablist'] {
        display: flex;
        justify-content: end;
      }
      /* Beside the heading, where there is room from the beginning: so nothing moves when they arrive. */
      :host(:not([algorithm])) [role='tablist'] {
        position: absolute;
        right: 0;
        bottom: 100%;
      }
      [role='tab'] {
        min-width: 0;
        padding: 0 var(--s2);
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 0;
        background: none;
        font-size: var(--small);
      }
      [aria-selected='true'] {
        border-color: var(--accent);
        font-weight: var(--strong);
      }
      @media (max-width: 370px) {
        [role='tab'] {
          padding: 0 var(--s1);
        }
      }
      ol.mono {
        font-size: 0.87em;
      }
      li > span {
        overflow-wrap: anywhere;
      }
      .values,
      .why {
        grid-column: 2 / -1;
        padding-left: var(--s2);
      }
      /* Two lines are kept for them, so that little moves as one steps. */
      .values {
        min-height: 3em;
        color: var(--accent-strong);
        overflow-wrap: anywhere;
      }
      .why {
        padding-bottom: var(--s2);
        font-family: var(--font);
      }
      label {
        font-size: var(--small);
      }
      @media (forced-colors: active) {
        [aria-selected='true'] {
          border-color: Highlight;
        }
      }
    `,
  ];

  declare algorithm: Algorithm;
  declare language: Language;
  declare explains: boolean;
  /** More than the words of the first screen has been asked for. */
  declare isAsked: boolean;

  constructor() {
    super();
    this.algorithm = 'kahn';
    this.language = 'words';
    this.explains = false;
    this.isAsked = false;
  }

  override render() {
    const isEnough = this.algorithm === 'kahn' && !this.isAsked;
    return html`
      <div role="tablist" aria-label="${called[this.algorithm]} as" @keydown=${this.#keyed}>
        ${names.map((name) => this.#tab(name))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby=${this.language}>
        ${isEnough ? html`<slot></slot>` : this.#code()}
      </div>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${this.explains}
          @change=${(event: Event) => {
            this.explains = (event.target as HTMLInputElement).checked;
            this.isAsked = true;
          }}
        />
        Explain the lines
      </label>
    `;
  }

  #tab(name: Language) {
    const chosen = name === this.language;
    return html`<button
      role="tab"
      id=${name}
      aria-selected=${chosen}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.#choose(name)}
    >
      ${languages[name]}
    </button>`;
  }

  #code() {
    const { session } = this;
    if (!session.analysis.trace) {
      return html`<p class="soft small">The code can be followed as soon as the problems are mended.</p>`;
    }
    const study = deskOf(session).study(() => this.requestUpdate());
    if (!study) return html`<p class="soft small">One moment …</p>`;
    const code = study.code(this.algorithm);
    const lines = code[this.language];
    const { line, cursor } = this.#now(study);
    const isLast = (at: number) => lines[at]?.row !== lines[at + 1]?.row;
    return html`<ol
      class=${this.language === 'words' ? '' : 'mono'}
      aria-label="${called[this.algorithm]}, line by line"
    >
      ${lines.map(({ text, row }: CodeLine, at) => {
        const words = text.trimStart();
        const isNow = row > 0 && row === line;
        const { explanation, variables } = code.rows[row - 1] ?? {};
        return html`<li aria-current=${isNow ? 'step' : nothing}>
          <span class="indent">${text.slice(0, text.length - words.length)}</span><span>${words}</span>
          ${isNow && isLast(at) ? this.#values(study, cursor, variables ?? []) : nothing}
          ${explanation && this.explains && isLast(at) ? html`<span class="why soft">${explanation}</span>` : nothing}
        </li>`;
      })}
    </ol>`;
  }

  #now(study: Study): { line: number; cursor: number } {
    const { cursor, analysis } = this.session;
    if (this.algorithm === 'kahn') {
      const at = Math.min(cursor, analysis.length - 1);
      return { line: analysis.frame(at)?.moment.line ?? 0, cursor: at };
    }
    const at = Math.min(cursor, study.depth.length - 1);
    return { line: study.depth.moment(at).line, cursor: at };
  }

  #values(study: Study, cursor: number, variables: readonly string[]) {
    const values = study.values(this.algorithm, cursor);
    const shown = values.filter(({ name }) => variables.includes(name));
    return html`<span class="values" role="group" aria-label="Values">
      ${shown.map(({ name, text }) => html`<span class="mono">${name} = <bdi>${text}</bdi></span><br />`)}
    </span>`;
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const at = names.indexOf(this.language);
    const to = {
      ArrowLeft: names.at(at - 1),
      ArrowRight: names[(at + 1) % names.length],
      Home: names[0],
      End: names.at(-1),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    void this.#choose(to);
  };

  async #choose(language: Language): Promise<void> {
    this.language = language;
    this.isAsked ||= language !== 'words';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${language}`)?.focus();
  }
}
