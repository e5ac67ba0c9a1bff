/** How what comes after the picture looks: its menus, its small map, its buttons. */
import { type CSSResult, css } from 'lit';

/** What a button opens above itself. */
export const menuStyles = css`
  .menu {
    position-area: top span-left;
    inset: auto;
    margin: 0;
    padding: var(--s1);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--ink);
  }
  .menu button {
    display: flex;
    width: 100%;
  }
`;

export const livelyStyles = css`
  ${menuStyles}
  .minimap {
    position: absolute;
    right: var(--s4);
    bottom: var(--s4);
    border: 1px solid var(--edge);
    border-radius: 4px;
    background: var(--surface);
    cursor: pointer;
    touch-action: none;
  }
  .minimap .ground {
    fill: var(--surface);
  }
  .minimap rect {
    fill: var(--hue);
  }
  .minimap .window {
    fill: var(--accent);
    fill-opacity: 0.14;
    stroke: var(--accent);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .whole {
    position: absolute;
    z-index: 1;
    max-width: min(100% - 8px, 60ch);
    padding: 2px var(--s2);
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: var(--surface);
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .tools > div {
    display: flex;
    align-items: center;
    justify-content: end;
  }
  .tools button {
    padding: 0 var(--s2);
    font-size: var(--small);
  }
  .percent {
    min-width: 56px;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 700px) {
    .tools > div {
      justify-content: space-between;
    }
  }
`;

/** Gives a component styles that come after it. */
export function wear(root: ShadowRoot | null, { styleSheet }: CSSResult): void {
  if (!root || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets.push(styleSheet);
}
