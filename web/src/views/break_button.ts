/** "Break it", and "Mend it" while the pipeline has a cycle. */
import { html, nothing } from 'lit';
import type { Session } from '../state/session';
import { icon } from './icons';

export function breakButton(session: Session) {
  const can = session.breakOrMend;
  if (session.store.definition.steps.length === 0) return nothing;
  const mend = can === 'mend';
  const title = mend
    ? 'Take away what closes the cycle'
    : 'Add a dependency that closes a cycle and see the algorithm stall';
  return html`<button class="breaks" title=${title} aria-disabled=${can === null} @click=${() => can && session.toggleBreak()}>
    ${icon(mend ? 'mended' : 'broken')} ${mend ? 'Mend it' : 'Break it'}
  </button>`;
}
