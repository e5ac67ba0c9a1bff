/** The ways to look at a run, in the order of their tabs. */
import type { Panel } from '../tabbed_view';

export const panels: readonly Panel[] = [
  { id: 'timeline', label: 'Timeline', load: () => import('./timeline') },
  { id: 'events', label: 'Events', load: () => import('./events') },
  { id: 'report', label: 'Report', load: () => import('./report') },
  { id: 'failing', label: 'Fail-fast or continue', load: () => import('./fail_fast') },
  { id: 'tree', label: 'Retry or skip', load: () => import('./tree') },
  { id: 'rules', label: 'Compare rules', load: () => import('./compare') },
  { id: 'tiers', label: 'Tiers or readiness', load: () => import('./by_tiers') },
  { id: 'workers', label: 'Workers', load: () => import('./workers') },
];
