/** Rules that several components share: controls, panels, tables. Colours and sizes come from tokens.css. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2 {
    margin: 0;
    font-size: var(--text);
    font-weight: var(--strong);
    line-height: 1.4;
  }
  p {
    margin: 0;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--small);
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.94em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Visible, because to clip a drawing costs a layer of its own at every frame. */
  svg.icon {
    flex: none;
    width: 16px;
    height: 16px;
    overflow: visible;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg.icon.solid {
    fill: currentColor;
  }
`;

export const controls = css`
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button,
  select {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s2);
    min-width: var(--target);
    min-height: var(--target);
    padding: 0 var(--s3);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    white-space: nowrap;
    cursor: pointer;
  }
  button:hover,
  select:hover {
    background: var(--accent-tint);
    border-color: var(--accent);
  }
  button[aria-disabled='true'],
  button:disabled {
    color: var(--ink-soft);
    border-color: var(--rule);
    background: none;
    cursor: default;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: var(--strong);
  }
  button.primary:hover {
    background: var(--accent-strong);
  }
  button.primary[aria-disabled='true'] {
    background: var(--sunken);
    border-color: var(--rule);
    color: var(--ink-soft);
  }
  button.quiet {
    border-color: transparent;
    background: none;
  }
  button.quiet:hover {
    background: var(--accent-tint);
  }
  button.quiet[aria-disabled='true']:hover {
    background: none;
  }
  button.link {
    display: inline;
    min-width: 0;
    min-height: 24px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    white-space: normal;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 5px;
    text-align: start;
  }
  .joined {
    white-space: nowrap;
  }
  input[type='text'] {
    width: 100%;
    min-height: var(--target);
    padding: 0 var(--s2);
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: var(--surface);
  }
  ::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  input[aria-invalid='true'],
  button[aria-invalid='true'] {
    border: 2px solid var(--error);
  }
  input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  label.tick {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
    min-height: var(--target);
    padding-right: var(--s2);
    cursor: pointer;
  }
  .complaint {
    color: var(--error);
    font-size: var(--small);
    line-height: 1.35;
  }
  .complaint.warning {
    color: var(--warning);
  }
  @media (forced-colors: active) {
    button.primary {
      border-width: 3px;
    }
    button:is(.primary, *)[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;

/** A step's state, of a trace or of a run: icon and word in the state's colour. tests/web/colours.test.ts measures them. */
export const states = css`
  .state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    vertical-align: middle;
    white-space: nowrap;
  }
  .state svg {
    color: var(--hue);
  }
  @media (forced-colors: active) {
    .state svg {
      color: CanvasText;
    }
  }
  .waiting {
    --hue: var(--waiting);
    --tint: var(--waiting-tint);
    --outline: var(--waiting-outline);
    --dashes: var(--waiting-dashes);
  }
  .ready,
  .retry {
    --hue: var(--ready);
    --tint: var(--ready-tint);
    --outline: var(--ready-outline);
    --dashes: var(--ready-dashes);
  }
  .taken,
  .running {
    --hue: var(--taken);
    --tint: var(--taken-tint);
    --outline: var(--taken-outline);
    --dashes: var(--taken-dashes);
  }
  .done,
  .succeeded {
    --hue: var(--done);
    --tint: var(--done-tint);
    --outline: var(--done-outline);
    --dashes: var(--done-dashes);
  }
  .cycle,
  .failed {
    --hue: var(--cycle);
    --tint: var(--cycle-tint);
    --outline: var(--cycle-outline);
    --dashes: var(--cycle-dashes);
  }
  .behind,
  .blocked {
    --hue: var(--behind);
    --tint: var(--behind-tint);
    --outline: var(--behind-outline);
    --dashes: var(--behind-dashes);
  }
  .retry {
    --outline: 2.5;
    --dashes: 7 2;
  }
  .skipped {
    --hue: var(--ink-soft);
    --tint: var(--sunken);
    --outline: 1.75;
    --dashes: 2 3;
  }
`;

/** Tabs. */
export const tabs = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s1);
    margin: var(--s1) 0 var(--s3);
    border-bottom: 1px solid var(--rule);
  }
  [role='tab'] {
    border: 0;
    border-bottom: 3px solid transparent;
    border-radius: 0;
    background: none;
  }
  [aria-selected='true'] {
    border-color: var(--accent);
    font-weight: var(--strong);
  }
  @media (max-width: 700px) {
    [role='tab'] {
      padding: 0 var(--s2);
    }
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }
    [aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;

export const tables = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    white-space: nowrap;
    text-align: start;
    font-weight: var(--strong);
    font-size: var(--small);
    color: var(--ink-soft);
  }
  th,
  td {
    padding: 5px var(--s2);
    border-bottom: 1px solid var(--rule);
    vertical-align: middle;
  }
  th:first-child,
  td:first-child {
    padding-left: 0;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;
