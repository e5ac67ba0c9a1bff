/** Puts the sheet on the page while it is printed. All of it at once: a browser waits for nothing. */
import { css, render } from 'lit';
import type { Session } from '../../state/session';
import { base, states, tables } from '../../styles/shared';
import { graphStyles } from '../graph/styles';
import { sheet } from './sheet';
import { sheetStyles } from './styles';

const aroundIt = css`
  @page {
    margin: 14mm;
  }
  @media print {
    html {
      color-scheme: only light !important;
      background: none;
    }
    run-orchestrator {
      display: none;
    }
  }
  @media screen {
    .sheet {
      display: none;
    }
  }
`;

/** `beforeprint` comes when a person prints; some programs that make a PDF only change the medium. */
export function printSheets(session: Session): void {
  let shown: HTMLElement | null = null;
  const show = () => {
    shown ??= put();
    render(sheet(session), shown.shadowRoot as ShadowRoot);
  };
  const remove = () => {
    shown?.remove();
    shown = null;
  };
  const paper = matchMedia('print');
  paper.addEventListener('change', () => (paper.matches ? show() : remove()));
  addEventListener('beforeprint', show);
  addEventListener('afterprint', remove);
  if (paper.matches) show();
}

function put(): HTMLElement {
  const host = document.createElement('div');
  host.className = 'sheet';
  const root = host.attachShadow({ mode: 'open' });
  const worn = [base, states, tables, graphStyles, sheetStyles].flatMap(
    (style) => style.styleSheet ?? [],
  );
  root.adoptedStyleSheets = worn;
  const around = aroundIt.styleSheet;
  if (around && !document.adoptedStyleSheets.includes(around))
    document.adoptedStyleSheets.push(around);
  document.body.append(host);
  return host;
}
