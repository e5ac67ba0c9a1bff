/** The keys, and what each state of a step means. */
import { css, html } from 'lit';
import { keys, meanings, runMeanings } from '../lesson/keys';
import type { StandingKind } from '../state/standing';
import { base, controls, states } from '../styles/shared';
import { closeOnBackdrop, dialogs } from './dialogs';
import { icon } from './icons';
import { loadPart } from './load_part';
import { addRunDrawings } from './run/drawings';
import { StillView } from './view';

const titles = {
  waiting: 'waiting',
  ready: 'ready',
  taken: 'taken out',
  done: 'in order',
  cycle: 'on a cycle',
  behind: 'behind a cycle',
} as const;
const runTitles = {
  running: 'running',
  retry: 'waiting to retry',
  succeeded: 'succeeded',
  failed: 'failed',
  blocked: 'blocked',
  skipped: 'skipped',
} as const;

export class HelpDialog extends StillView {
  static override styles = [
    base,
    controls,
    states,
    dialogs,
    css`
      dl {
        display: grid;
        grid-template-columns: fit-content(36%) 1fr;
        gap: var(--s2) var(--s4);
        margin: 0;
      }
      dd {
        margin: 0;
      }
      .about {
        margin-top: var(--s4);
      }
      kbd {
        display: inline-block;
        min-width: 2em;
        padding: 0 var(--s2);
        border: 1px solid var(--edge);
        border-radius: 5px;
        background: var(--surface);
        font: var(--plain) var(--small) / 1.6 var(--mono);
        text-align: center;
      }
      @media (max-width: 500px) {
        dl.meanings {
          grid-template-columns: 1fr;
          gap: 0;
        }
        .meanings dd {
          margin-bottom: var(--s2);
        }
      }
    `,
  ];

  show(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    addRunDrawings();
    this.requestUpdate();
    if (dialog && !dialog.open) dialog.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @click=${closeOnBackdrop}>
      <div class="top">
        <h2 id="heading">Help</h2>
        <form method="dialog"><button>Close</button></form>
      </div>
      <h3>Keys</h3>
      <dl>
        ${keys.map(
          (entry) => html`<dt>${entry.keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
            <dd>${entry.does}</dd>`,
        )}
      </dl>
      <h3>A step is …</h3>
      ${meant(titles, meanings)}
      <h3>… and in a run</h3>
      ${meant(runTitles, runMeanings)}
      <h3>In the picture</h3>
      <p>
        The number at a step's corner is its in-degree: how many of its dependencies still count. A dependency is
        a solid arrow while it counts and a dotted one once it has been taken off. In a run it counts until it is settled. A dashed arrow closes a cycle.
      </p>
      <button class="about" @click=${this.#about}>About and licences</button>
    </dialog>`;
  }

  readonly #about = async (): Promise<void> => {
    const about = await loadPart(this.session, () => import('./about/about_dialog'));
    about?.openAbout(this.renderRoot);
  };
}

function meant<Kind extends StandingKind>(
  titles: Readonly<Record<Kind, string>>,
  meanings: Readonly<Record<Kind, string>>,
) {
  return html`<dl class="meanings">
    ${(Object.keys(titles) as Kind[]).map(
      (kind) => html`<dt><span class="state ${kind}">${icon(kind)} ${titles[kind]}</span></dt>
        <dd>${meanings[kind]}.</dd>`,
    )}
  </dl>`;
}
