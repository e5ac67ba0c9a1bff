/** The page's own keys, wherever no field or widget wants the key for itself. */
import type { Session } from '../state/session';
import type { Tool } from './graph/tools';

/** The keys that stand for a tool of the picture wherever nothing is typed. */
const toolKeys: Readonly<Record<string, Tool>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'actual',
  f: 'fit',
};

export interface KeyTargets {
  session: Session;
  help(): void;
  find(): void;
  picture(tool: Tool): void;
}

export function handleKey(event: KeyboardEvent, targets: KeyTargets): void {
  if (event.defaultPrevented || event.isComposing) return;
  const path = event.composedPath().filter((target) => target instanceof Element);
  if (path.some((element) => element.matches('dialog, [popover]'))) return;
  const act = actionFor(event, path, targets);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionFor(
  event: KeyboardEvent,
  path: readonly Element[],
  { session, help, find, picture }: KeyTargets,
): (() => void) | null {
  const typing = isTyping(path[0]);
  if (event.ctrlKey || event.metaKey) {
    // Every letter typed into the definition is an edit already; other fields keep the browser's own undo.
    if (typing && !path[0]?.matches('[data-path]')) return null;
    if (event.altKey || event.key.toLowerCase() !== 'z') return null;
    return event.shiftKey ? () => session.redo() : () => session.undo();
  }
  if (event.altKey || typing) return null;
  if (event.key === '?') return help;
  if (event.key === '/') return find;
  const tool = toolKeys[event.key];
  if (tool) return () => picture(tool);
  if (needsKey(event.key, path)) return null;
  switch (event.key) {
    case ' ':
      return event.repeat ? () => {} : () => session.togglePlay();
    case 'ArrowRight':
      return () => session.step(1);
    case 'ArrowLeft':
      return () => session.step(-1);
    case 'p':
      return () => session.present(!session.presenting);
    case 'Home':
      return () => session.seek(0);
    case 'End':
      return () => session.seek(session.length - 1);
    default:
      return null;
  }
}

function isTyping(target: Element | undefined): boolean {
  return target?.matches('input[type=text], textarea, [contenteditable]') ?? false;
}

function needsKey(key: string, path: readonly Element[]): boolean {
  const [target] = path;
  if (!target) return false;
  if (key === ' ' && target.matches('button, a, summary, select, input[type=checkbox]'))
    return true;
  if (key !== ' ' && target.matches('select, input[type=range]')) return true;
  return target.matches('[data-scrolls]') && scrollsBy(key, target);
}

/** Whether the key moves the contents of a region that has the focus. */
function scrollsBy(key: string, region: Element): boolean {
  const tall = region.scrollHeight > region.clientHeight;
  const wide = region.scrollWidth > region.clientWidth;
  if (key === ' ') return tall;
  return key.startsWith('Arrow') ? wide : tall || wide;
}
