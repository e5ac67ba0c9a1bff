/** A diagnostic's mends as buttons. */
import { css, html, nothing } from 'lit';
import type { Mend } from '../state/mend';

export const mendStyles = css`
  .mends {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s2);
    min-width: 0;
    margin-top: var(--s1);
  }
  .mends button {
    flex: none;
    max-width: 100%;
    padding: 0 var(--s2);
    font-size: var(--small);
  }
  .mends bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;

/** `problem` is the id of the sentence that they are about. */
export function mendButtons(mends: readonly Mend[], problem: string, use: (mend: Mend) => void) {
  if (mends.length === 0) return nothing;
  return html`<div class="mends">
    ${mends.map(
      (
        mend,
      ) => html`<button aria-describedby=${problem} title=${mend.title} @click=${() => use(mend)}>
        <bdi>${mend.title}</bdi>
      </button>`,
    )}
  </div>`;
}
