/** First, back, play, forward, last; the scrubber; the speed. */
import { css, html } from 'lit';
import { type Speed, speeds } from '../state/store';
import { grouped } from '../state/words';
import { base, controls } from '../styles/shared';
import { painted } from './after_render';
import { type IconName, icon } from './icons';
import { View } from './view';

export class TransportBar extends View {
  static override styles = [
    base,
    controls,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
      }
      .buttons {
        display: flex;
        gap: var(--s1);
      }
      .scrub {
        display: flex;
        flex: 1 1 240px;
        align-items: center;
        gap: var(--s3);
        min-width: 0;
      }
      select {
        flex: none;
      }
      input[type='range'] {
        flex: 1;
        min-width: 60px;
        height: var(--target);
        margin: 0;
        accent-color: var(--accent);
        cursor: pointer;
      }
      .count {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .forward {
        padding: 0 var(--s4);
      }
      @media (max-width: 700px) {
        .bar {
          gap: var(--s1) var(--s2);
        }
        .scrub {
          order: -1;
          flex-basis: 100%;
        }
        .buttons {
          flex: 1;
        }
        .buttons button {
          flex: 1;
          padding: 0;
        }
        .buttons .forward {
          flex: 1 0 auto;
          padding: 0 var(--s3);
        }
        select {
          padding: 0 var(--s1);
        }
      }
      @media (max-width: 370px) {
        .rest {
          display: none;
        }
      }
    `,
  ];

  /** It follows when the picture and its sentence have been painted, which answer first. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await painted();
    super.scheduleUpdate();
  }

  override render() {
    const { session } = this;
    const { length, cursor, atEnd, player } = session;
    const still = length === 0;
    const atStart = cursor === 0;
    const position = still ? 'no events' : `event ${grouped(cursor + 1)} of ${grouped(length)}`;
    return html`
      <div class="bar" role="group" aria-label="Transport">
        <div class="buttons">
          ${this.#button('First event', 'first', still || atStart, () => session.seek(0))}
          ${this.#button('Step back', 'back', still || atStart, () => session.step(-1))}
          ${
            player.playing
              ? this.#button('Pause', 'pause', false, () => session.togglePlay())
              : this.#button('Play', 'play', still, () => session.togglePlay())
          }
          <button
            class="primary forward"
            aria-label="Step ${session.forth}"
            aria-disabled=${still || atEnd}
            title="Step ${session.forth} (→)"
            @click=${() => session.step(1)}
          >
            ${icon('forward')}<span>Step<span class="rest"> ${session.forth}</span></span>
          </button>
          ${this.#button('Last event', 'last', still || atEnd, () => session.seek(length - 1))}
        </div>
        <div class="scrub">
          <input
            type="range"
            aria-label="Event"
            aria-valuetext=${position}
            min="0"
            max=${Math.max(0, length - 1)}
            .value=${String(cursor)}
            ?disabled=${still}
            @input=${(event: InputEvent) =>
              session.seek(Number((event.target as HTMLInputElement).value))}
          />
          <span class="count">${position}</span>
          <select
            aria-label="Speed"
            title="Speed"
            @change=${(event: Event) =>
              session.setSpeed(Number((event.target as HTMLSelectElement).value) as Speed)}
          >
            ${speeds.map(
              (speed) =>
                html`<option value=${speed} ?selected=${speed === session.store.speed}>${speed}×</option>`,
            )}
          </select>
        </div>
      </div>
    `;
  }

  // Not `disabled`: a button that stops working under the finger would lose the keyboard's place. Nor does it refuse: what
  // is drawn may be a frame behind, and the session goes nowhere past its ends.
  #button(name: string, drawing: IconName, off: boolean, act: () => void) {
    return html`<button aria-label=${name} title=${name} aria-disabled=${off} @click=${act}>
      ${icon(drawing)}
    </button>`;
  }
}
