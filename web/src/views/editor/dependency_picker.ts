/** The steps that one step depends on: a tick for each of the others, and for names that no step has. */
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StepDefinition } from '../../engine/index';
import { dependenciesOf } from '../../state/document';
import { setDependency } from '../../state/edits';
import { clipped, grouped, quoted } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { View } from '../view';

/** With more steps than this one types part of a name instead of looking through all of them. */
const searchAbove = 24;
const mostShown = 60;

export class DependencyPicker extends View {
  static override properties = {
    ...View.properties,
    index: { type: Number },
    search: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: var(--s1);
        font-weight: var(--strong);
        font-size: var(--small);
      }
      .ticks {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(190px, 100%), 1fr));
        gap: 0 var(--s3);
        max-height: 320px;
        overflow: auto;
      }
      .ticks label {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .missing {
        color: var(--error);
      }
      .search {
        max-width: 280px;
        margin-bottom: var(--s2);
      }
    `,
  ];

  declare index: number;
  declare search: string;

  constructor() {
    super();
    this.search = '';
  }

  override render() {
    const { steps } = this.session.store.definition;
    const step = steps[this.index];
    if (!step) return nothing;
    const chosen = new Set(dependenciesOf(step));
    const names = namesIn(steps);
    const missing = [...chosen].filter((name) => !names.has(name));
    const many = names.size > searchAbove;
    const wanted = this.search.toLowerCase();
    // What is ticked comes first when not everything can be shown.
    const found: string[] = [];
    const first: string[] = [];
    for (const [name, lower] of names) {
      if (!lower.includes(wanted)) continue;
      (many && chosen.has(name) ? first : found).push(name);
    }
    found.unshift(...first);
    return html`
      <fieldset>
        <legend>${quoted(step.name)} depends on</legend>
        ${many ? this.#searchField() : nothing}
        <div class="ticks">
          ${missing.map((name) => this.#tick(step.name, name, true, true))}
          ${found.slice(0, mostShown).map((name) => this.#tick(step.name, name, chosen.has(name), false))}
        </div>
        ${
          found.length > mostShown
            ? html`<p class="soft small">
                ${grouped(found.length - mostShown)} more: type part of a name.
              </p>`
            : nothing
        }
      </fieldset>
    `;
  }

  #searchField() {
    return html`<input
      class="search"
      type="text"
      aria-label="Part of a step's name"
      placeholder="Part of a name"
      .value=${this.search}
      @input=${(event: InputEvent) => {
        this.search = (event.target as HTMLInputElement).value;
      }}
    />`;
  }

  #tick(step: string, on: string, checked: boolean, missing: boolean) {
    const itself = on === step;
    return html`<label class="tick">
      <input
        type="checkbox"
        .checked=${live(checked)}
        @change=${(event: Event) => {
          const ticked = (event.target as HTMLInputElement).checked;
          this.session.edit(setDependency(this.index, step, on, ticked));
        }}
      />
      <span class="mono ${missing ? 'missing' : ''}">${on === '' ? '(no name)' : clipped(on)}</span>
      ${missing ? html`<span class="missing small">(no such step)</span>` : nothing}
      ${itself ? html`<span class="soft small">(itself)</span>` : nothing}
    </label>`;
  }
}

const known = new WeakMap<readonly StepDefinition[], Map<string, string>>();

/** The steps' names, each once, with their small letters. */
function namesIn(steps: readonly StepDefinition[]): Map<string, string> {
  let names = known.get(steps);
  if (!names) {
    names = new Map(steps.map(({ name }) => [name, name.toLowerCase()]));
    known.set(steps, names);
  }
  return names;
}
