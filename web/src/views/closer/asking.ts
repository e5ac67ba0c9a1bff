/** In the place of an answer that takes a while: what is being found out, and a way out. */
import { css, html } from 'lit';
import type { About } from '../../engine/questions';
import type { Inquiry } from '../../state/inquiry';

export const askingStyles = css`
  .asking {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s3);
    min-height: var(--target);
    /* What is there in a blink is not announced. */
    animation: appear 0s 0.15s backwards;
  }
  .asking progress {
    width: 160px;
    accent-color: var(--accent);
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
`;

/** `what` as in "Counting the orders". */
export function asking(inquiry: Pick<Inquiry<About>, 'state' | 'cancel' | 'again'>, what: string) {
  const { state } = inquiry;
  return state === 'asking'
    ? html`<div class="asking">
        <span role="status">${what} …</span>
        <progress aria-label=${what}></progress>
        <button @click=${() => inquiry.cancel()}>Cancel</button>
      </div>`
    : html`<div class="asking">
        <span role="status">${what}: ${state === 'failed' ? 'it failed, perhaps for want of memory' : 'cancelled'}.</span>
        <button @click=${() => inquiry.again()}>Try again</button>
      </div>`;
}
