/** The ways to look closer at a trace, in the order of their tabs. Each is loaded when it is chosen. */
import type { Panel } from '../tabbed_view';

export type { Panel, Show } from '../tabbed_view';

export const panels: readonly Panel[] = [
  { id: 'log', label: 'Log', load: () => import('./log') },
  { id: 'why', label: 'Why', load: () => import('./why') },
  { id: 'cycles', label: 'Cycles', load: () => import('./cycles') },
  { id: 'depth', label: 'Depth-first', load: () => import('./depth') },
  { id: 'tiers', label: 'Tiers', load: () => import('./tiers') },
  { id: 'orders', label: 'All orders', load: () => import('./orders') },
  { id: 'cost', label: 'Cost', load: () => import('./cost') },
];
