import { css } from 'lit';

export const editorStyles = css`
  h2 {
    font-size: var(--large);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2) var(--s5);
    margin-bottom: var(--s2);
  }
  .pipeline .field {
    display: flex;
    align-items: center;
    gap: var(--s2);
  }
  .pipeline .field label {
    position: static;
    width: auto;
    height: auto;
    margin: 0;
    clip-path: none;
  }
  .pipeline input {
    width: 240px;
    max-width: 100%;
  }
  table {
    table-layout: fixed;
  }
  th {
    vertical-align: bottom;
    white-space: normal;
  }
  th code {
    display: block;
    font: var(--plain) var(--small) var(--mono);
    color: var(--ink-soft);
  }
  th:nth-child(1) {
    width: 19%;
  }
  th:nth-child(3),
  th:nth-child(4) {
    width: 126px;
  }
  th:nth-child(6) {
    width: calc(var(--target) + 8px);
  }
  td {
    vertical-align: top;
    padding: 6px var(--s2) 6px 0;
  }
  td:last-child {
    padding-right: 0;
  }
  /* The column's heading says it already; narrow screens have no columns and show it. */
  .field label,
  .label {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .name input,
  .value {
    font-family: var(--mono);
    font-size: 0.94em;
  }
  .action .value {
    font-family: var(--font);
    font-size: inherit;
  }
  .disclosure {
    display: flex;
    justify-content: space-between;
    width: 100%;
    border-radius: 6px;
    padding: 0 var(--s2);
  }
  .disclosure svg {
    transition: transform var(--quick);
  }
  .disclosure[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }
  .value {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .complaint {
    margin-top: var(--s1);
  }
  .roomy .complaint {
    width: max-content;
    max-width: 280px;
  }
  tr.opened td {
    border-bottom: 0;
  }
  .more > td {
    padding: 0 0 var(--s4) var(--s4);
  }
  .gap .more > td {
    padding: 0;
    border: 0;
  }
  .more dependency-picker,
  .action-fields {
    padding: var(--s2) var(--s4);
    border-left: 3px solid var(--accent);
    background: var(--sunken);
  }
  .action-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: var(--s3);
  }
  .action-fields .field label {
    position: static;
    width: auto;
    height: auto;
    margin: 0;
    clip-path: none;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .many {
    max-height: max(360px, 80vh);
    overflow: auto;
    scrollbar-width: thin;
  }
  @media (min-width: 861px) {
    .many thead {
      position: sticky;
      z-index: 1;
      top: 0;
      background: var(--ground);
    }
  }
  .bottom,
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s3);
  }
  .bottom {
    justify-content: space-between;
    margin-top: var(--s4);
  }

  @media (max-width: 860px) {
    table,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    tr:not(.more) {
      position: relative;
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s2) var(--s3);
      padding: var(--s4) 0;
      border-top: 1px solid var(--rule);
    }
    td {
      padding: 0;
      border: 0;
      min-width: 0;
    }
    td.name,
    td.depends,
    td.action {
      grid-column: 1 / -1;
    }
    td.name {
      padding-right: calc(var(--target) + var(--s2));
    }
    td.remove {
      position: absolute;
      top: calc(var(--s4) + 20px);
      right: 0;
    }
    .field label,
    .label {
      position: static;
      display: block;
      width: auto;
      height: auto;
      margin: 0;
      clip-path: none;
      font-size: var(--small);
      color: var(--ink-soft);
    }
    .more > td {
      padding: 0 0 var(--s4);
    }
  }
`;
