/** Why a trace has stalled: who is on a cycle, who only waits behind it, and one closed path as evidence. */
import { css, html, nothing } from 'lit';
import { clipped, listed } from '../state/words';
import { base, states } from '../styles/shared';
import { icon } from './icons';
import { View } from './view';

const longestPath = 30;
const mostPaths = 3;

export class StallView extends View {
  static override styles = [
    base,
    states,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s1) var(--s4);
        margin: 0;
        padding: var(--s3) var(--s4);
        border-left: 3px solid var(--cycle);
        background: var(--sunken);
      }
      dt {
        font-weight: var(--strong);
      }
      dd {
        margin: 0;
      }
      @media (max-width: 700px) {
        dl {
          grid-template-columns: 1fr;
        }
        dd {
          margin-bottom: var(--s2);
        }
      }
    `,
  ];

  override render() {
    const { frame, analysis } = this.session;
    const { stall } = analysis;
    if (!frame?.stalled || !stall) return nothing;
    return html`
      <dl aria-label="Why the trace stalled">
        <dt><span class="state cycle">${icon('cycle')} On a cycle</span></dt>
        <dd><bdi>${listed(stall.onCycle)}</bdi></dd>
        ${
          stall.behind.length > 0
            ? html`<dt><span class="state behind">${icon('behind')} Only behind it</span></dt>
                <dd><bdi>${listed(stall.behind)}</bdi></dd>`
            : nothing
        }
        ${stall.cycles.slice(0, mostPaths).map(pathTemplate)}
        ${
          stall.cycles.length > mostPaths
            ? html`<dt></dt>
                <dd class="soft">and ${stall.cycles.length - mostPaths} more cycles</dd>`
            : nothing
        }
      </dl>
    `;
  }
}

function pathTemplate(path: readonly string[]) {
  const shown = path.slice(0, longestPath).map(clipped).join(' → ');
  const words =
    path.length <= 2
      ? 'The step waits for itself, so it can never be first.'
      : 'Each must come before the next, so none of them can be first.';
  return html`<dt>Closed path</dt>
    <dd>
      <bdi class="mono">${shown}${path.length > longestPath ? ' → …' : ''}</bdi><br />
      <span class="soft">${words}</span>
    </dd>`;
}
