/** The ways to look closer at a trace, in the order of their tabs. Each is loaded when it is chosen. */
import type { TemplateResult } from 'lit';
import type { Session } from '../../state/session';

/** Shows a panel; it is drawn again whenever the tab is chosen, and its component follows the session by itself. */
export type Show = (session: Session) => TemplateResult;

export interface Panel {
  id: string;
  label: string;
  load(): Promise<{ show: Show }>;
}

export const panels: readonly Panel[] = [
  { id: 'log', label: 'Log', load: () => import('./log') },
  { id: 'why', label: 'Why', load: () => import('./why') },
  { id: 'cycles', label: 'Cycles', load: () => import('./cycles') },
  { id: 'depth', label: 'Depth-first', load: () => import('./depth') },
  { id: 'tiers', label: 'Tiers', load: () => import('./tiers') },
  { id: 'orders', label: 'All orders', load: () => import('./orders') },
  { id: 'cost', label: 'Cost', load: () => import('./cost') },
];
