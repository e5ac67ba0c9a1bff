/** Presenting: the page changes its clothes, fills the screen where it may, and listens to a clicker. */
import type { CSSResult } from 'lit';
import type { Session } from '../../state/session';
import type { RunOrchestrator } from '../run_orchestrator';
import { clothes } from './clothes';

/** Begins to present; what it gives back ends it and leaves everything as it was. */
export function begin(page: RunOrchestrator, session: Session): () => void {
  const before = focused();
  const key = (event: KeyboardEvent) => press(event, session);
  // The browser keeps Escape for itself while the page fills the screen.
  const leave = () => document.fullscreenElement || session.present(false);
  wear(page, true);
  // Before the page's own keys, of which some mean something else now.
  addEventListener('keydown', key, true);
  document.addEventListener('fullscreenchange', leave);
  void document.documentElement.requestFullscreen?.().catch(() => {});
  part(page, 'transport-bar')?.querySelector<HTMLElement>('.forward')?.focus();
  return () => {
    removeEventListener('keydown', key, true);
    document.removeEventListener('fullscreenchange', leave);
    if (document.fullscreenElement) void document.exitFullscreen();
    wear(page, false);
    const back = before?.checkVisibility() ? before : presentButton(page);
    back?.focus();
  };
}

function press(event: KeyboardEvent, session: Session): void {
  const act = actionFor(event, session);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function actionFor(event: KeyboardEvent, session: Session): (() => void) | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const path = event.composedPath().filter((target) => target instanceof Element);
  if (path.some((element) => element.matches('dialog, [popover], input, textarea'))) return null;
  const walks = path.some((element) => element.matches('graph-view'));
  const presses = path[0]?.matches('button, a, summary') ?? false;
  switch (event.key) {
    case 'Escape':
      return () => session.present(false);
    case 'PageDown':
      return () => session.step(1);
    case 'PageUp':
      return () => session.step(-1);
    case 'ArrowDown':
      return walks ? null : () => session.step(1);
    case 'ArrowUp':
      return walks ? null : () => session.step(-1);
    case ' ':
      return walks || presses ? null : () => session.step(1);
    default:
      return null;
  }
}

function wear(page: RunOrchestrator, worn: boolean): void {
  for (const [name, { styleSheet }] of Object.entries<CSSResult>(clothes)) {
    const root = name === 'page' ? page.shadowRoot : part(page, name);
    if (!root || !styleSheet) continue;
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
    root.adoptedStyleSheets = worn ? [...others, styleSheet] : others;
  }
}

function part(page: RunOrchestrator, name: string): ShadowRoot | null {
  return page.shadowRoot?.querySelector(name)?.shadowRoot ?? null;
}
function presentButton(page: RunOrchestrator): HTMLElement | null {
  return part(page, 'page-header')?.querySelector('.present') ?? null;
}

function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}
