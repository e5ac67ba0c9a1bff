/** How far one step of the transport goes, and where playing is to stop. */
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Edit } from '../../state/document';
import { addStop, marksOf, removeStop, stopAtRounds } from '../../state/marks';
import { guideOf, type Pace, readyAt } from '../../state/pace';
import { quoted } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { icon } from '../icons';
import { PanelView } from '../panel_view';
import { stepField } from './step_field';
import { fields, marked } from './styles';
import { eventLink } from './told';

const paces: Readonly<Record<Pace, string>> = {
  event: 'to the next event',
  dequeue: 'to the next dequeue',
  round: 'to the next round',
};
const explained: Readonly<Record<Pace, string>> = {
  event: 'Each thing that the algorithm does is an event.',
  dequeue: 'A dequeue takes a step out of the ready queue.',
  round: 'A round begins when the queue holds all that the round before has made ready.',
};

export class TraceStops extends PanelView {
  static override properties = {
    ...PanelView.properties,
    typed: { state: true },
    isUnknown: { state: true },
  };
  static override styles = [
    base,
    controls,
    fields,
    marked,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: start;
      }
      form .field {
        flex: 1;
        grid-template-columns: auto minmax(90px, 1fr);
      }
    `,
  ];

  /** The step's name as it is typed; null while it is the chosen step's. */
  declare typed: string | null;
  /** It was wanted and is no step's. */
  declare isUnknown: boolean;

  constructor() {
    super();
    this.typed = null;
    this.isUnknown = false;
  }

  get #name(): string {
    const { chosen, analysis } = this.session;
    return this.typed ?? (chosen === null ? '' : analysis.nameOf(chosen));
  }

  override render() {
    const { session } = this;
    const { pace } = guideOf(session);
    const { stops, rounds } = marksOf(session.store.document);
    return html`
      <section aria-labelledby="stepping">
        <h3 id="stepping">Stepping</h3>
        <label class="field">
          <span>One step goes</span>
          <select aria-describedby="pace" @change=${this.#pick}>
            ${Object.entries(paces).map(
              ([one, words]) =>
                html`<option value=${one} ?selected=${one === pace}>${words}</option>`,
            )}
          </select>
        </label>
        <p class="soft small" id="pace">${explained[pace]}</p>
      </section>
      <section aria-labelledby="stops">
        <h3 id="stops">Stop playing</h3>
        <form @submit=${this.#add}>
          ${stepField({
            label: 'When ready',
            analysis: session.analysis,
            value: this.#name,
            complaint: this.isUnknown
              ? this.#name === ''
                ? 'Write the name of a step.'
                : `No step is called ${quoted(this.#name)}.`
              : undefined,
            changed: (name) => {
              this.typed = name;
              this.isUnknown = false;
            },
          })}
          <button>Stop there</button>
        </form>
        <ul aria-label="Steps to stop at">
          ${stops.map((name) => this.#stop(name))}
        </ul>
        <label class="tick">
          <input
            type="checkbox"
            .checked=${live(rounds)}
            @change=${(event: Event) => {
              const { checked } = event.target as HTMLInputElement;
              this.#change(
                stopAtRounds(checked),
                checked ? 'Playing stops at each round.' : 'Playing goes on through the rounds.',
              );
            }}
          />
          At each round
        </label>
      </section>
    `;
  }

  #stop(name: string) {
    const { session } = this;
    const { analysis } = session;
    const at = readyAt(analysis, name);
    const isStep = analysis.indexOf(name) >= 0;
    return html`<li>
      <span class="what">
        <bdi>${quoted(name)}</bdi>
        <span class="soft small">
          ${
            at === null
              ? isStep
                ? 'never becomes ready'
                : 'no step is called that now'
              : html`ready at event ${eventLink(at, session)}${at === session.cursor ? ', which is shown' : nothing}`
          }
        </span>
      </span>
      <button
        class="quiet"
        aria-label="No longer stop at ${quoted(name)}"
        title="No longer stop there"
        @click=${() => this.#remove(name)}
      >
        ${icon('remove')}
      </button>
    </li>`;
  }

  readonly #pick = (event: Event): void => {
    guideOf(this.session).pace = (event.target as HTMLSelectElement).value as Pace;
  };

  readonly #add = (event: Event): void => {
    event.preventDefault();
    const name = this.#name;
    this.isUnknown = this.session.analysis.indexOf(name) < 0;
    if (this.isUnknown) return;
    this.typed = '';
    this.#change(addStop(name), `Playing stops when ${quoted(name)} becomes ready.`);
  };

  #remove(name: string): void {
    this.#change(removeStop(name), `Playing no longer stops at ${quoted(name)}.`);
    // Its button is gone.
    this.renderRoot.querySelector<HTMLElement>('form button')?.focus();
  }

  #change(edit: Edit, said: string): void {
    this.session.spoken = { text: said };
    this.session.edit(edit);
  }
}

customElements.define('trace-stops', TraceStops);
