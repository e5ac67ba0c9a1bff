/** What all dialogs share: how they look, and that a click beside one closes it. */
import { css } from 'lit';

export const dialogs = css`
  dialog {
    width: min(640px, calc(100vw - 2 * var(--s4)));
    max-height: calc(100dvh - 2 * var(--s4));
    padding: var(--s5);
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--ground);
    color: var(--ink);
  }
  ::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .top {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--s4);
  }
  h2 {
    font-size: var(--large);
  }
  h3 {
    margin: var(--s4) 0 var(--s2);
    font-size: var(--text);
    font-weight: var(--strong);
  }
`;

export function closeOnBackdrop(event: MouseEvent): void {
  const dialog = event.currentTarget as HTMLDialogElement;
  if (event.target !== dialog) return;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const { clientX, clientY } = event;
  const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  if (!inside) dialog.close();
}
