import { css } from 'lit';

export const tiersStyles = css`
  p > .icon,
  .path .icon {
    color: var(--accent);
    vertical-align: middle;
  }
  select {
    display: block;
    max-width: 100%;
    margin-top: var(--s1);
  }
  .tiers,
  .tiers ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .tiers {
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(124px, 240px));
    gap: var(--s1);
  }
  .tiers > li {
    padding: var(--s2);
    border-top: 3px solid var(--edge);
    background: var(--sunken);
  }
  .tiers > [aria-current] {
    border-color: var(--accent);
    background: var(--accent-tint);
  }
  .tiers p {
    margin: 0;
  }
  ul {
    display: flex;
    flex-direction: column;
    gap: var(--s1);
  }
  ul button {
    display: block;
    width: 100%;
    padding: var(--s1) var(--s2);
    white-space: normal;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .path button {
    border: 2px solid var(--accent);
  }
  [aria-pressed='true'] {
    box-shadow: inset 4px 0 0 var(--accent);
    font-weight: var(--strong);
  }
  .moved {
    display: block;
    font-size: var(--small);
  }
  .moved::before {
    content: '← ' / '';
  }
  @media (max-width: 700px) {
    .tiers {
      grid-template-columns: 1fr;
    }
    ul {
      flex-flow: row wrap;
    }
    ul button {
      width: auto;
    }
    .scroll {
      max-height: none;
    }
  }
  @media (forced-colors: active) {
    .path button,
    [aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
`;
