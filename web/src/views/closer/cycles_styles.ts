import { css } from 'lit';

export const cyclesStyles = css`
  h3,
  h4 {
    display: flex;
    gap: var(--s2);
    align-items: center;
    margin: 0 0 var(--s2);
    font-size: var(--text);
    font-weight: var(--strong);
  }
  p {
    max-width: 68ch;
    margin-bottom: var(--s2);
    overflow-wrap: anywhere;
  }
  p > svg {
    color: var(--good);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: var(--s5) var(--s6);
    align-items: start;
  }
  p + button,
  .walk {
    margin-bottom: var(--s2);
  }
  .knot {
    margin-top: var(--s3);
    padding: var(--s3) var(--s4);
    border-left: 3px solid var(--cycle);
    background: var(--sunken);
  }
  .here {
    background: var(--accent-tint);
    box-shadow: 0 2px 0 var(--accent);
    font-weight: var(--strong);
  }
  .walk {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
  }
  ul {
    display: grid;
    gap: var(--s2);
    margin: var(--s3) 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    gap: var(--s3);
    align-items: center;
    justify-content: space-between;
    padding-top: var(--s2);
    border-top: 1px solid var(--rule);
    overflow-wrap: anywhere;
  }
  li > span {
    min-width: 0;
  }
  li > button {
    flex: none;
  }
  li .small {
    display: block;
  }
  .proof {
    display: block;
    width: 100%;
    max-width: 460px;
    height: auto;
    font: 14px var(--mono);
  }
  .proof text {
    fill: var(--ink);
  }
  .proof .heading {
    fill: var(--ink-soft);
    font: 13px var(--font);
  }
  .proof rect {
    fill: var(--tint);
    stroke: var(--hue);
    stroke-width: var(--outline);
    stroke-dasharray: var(--dashes);
  }
  .proof path {
    fill: none;
    stroke: var(--ink-soft);
    stroke-width: 1.5;
  }
  .proof .head {
    fill: var(--ink-soft);
    stroke: none;
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
