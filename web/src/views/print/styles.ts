import { css } from 'lit';

export const sheetStyles = css`
  :host {
    display: block;
    background: none;
    color: var(--ink);
    font-size: 10pt;
    line-height: 1.4;
    print-color-adjust: exact;
    overflow-wrap: anywhere;
  }
  h1 {
    margin: 0 0 var(--s2);
    font-size: 18pt;
    line-height: 1.2;
  }
  h2 {
    margin: var(--s5) 0 var(--s2);
    font-size: 12pt;
    break-after: avoid;
  }
  figure {
    margin: var(--s4) 0 0;
    break-inside: avoid;
  }
  .picture {
    width: auto;
    max-width: 100%;
    height: auto;
    max-height: 190mm;
  }
  p {
    margin-top: var(--s2);
  }
  table {
    table-layout: fixed;
    font-size: 9pt;
  }
  th {
    overflow-wrap: normal;
  }
  .trace th:nth-child(1) {
    width: 3.6em;
  }
  .trace th:nth-child(3) {
    width: 24%;
  }
  .trace th:nth-child(4) {
    width: 19%;
  }
  th,
  td {
    vertical-align: top;
  }
  tr,
  li {
    break-inside: avoid;
  }
  ol,
  ul {
    margin: 0;
    padding-left: var(--s5);
  }
  .order {
    columns: 4;
  }
`;
