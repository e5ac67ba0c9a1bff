/**
 * How the states of a run look: the hue and the tint, light and dark, and how a box is outlined, as in tokens.css for the
 * states of a trace. Loaded with the run. tests/web/colours.test.ts measures them.
 */
import type { RunKind } from '../state/standing';
import { states } from './shared';

export interface Look {
  hue: readonly [light: string, dark: string];
  tint: readonly [light: string, dark: string];
  /** Pixels. */
  outline: number;
  dashes: string;
}

export const looks: Readonly<Record<RunKind, Look>> = {
  running: {
    hue: ['#085391', '#6d96d5'],
    tint: ['#cfe4f7', '#1d4263'],
    outline: 3.5,
    dashes: 'none',
  },
  succeeded: {
    hue: ['#359676', '#5fecbf'],
    tint: ['#e2f4ee', '#0f3329'],
    outline: 1.75,
    dashes: 'none',
  },
  failed: {
    hue: ['#bf4211', '#f5834f'],
    tint: ['#fdebe2', '#43200f'],
    outline: 3.5,
    dashes: '10 3',
  },
  skipped: {
    hue: ['#4f4e4f', '#a9adb5'],
    tint: ['#f4f2ec', '#111316'],
    outline: 1.75,
    dashes: '2 3',
  },
  blocked: {
    hue: ['#804d83', '#cfa8d7'],
    tint: ['#f8eaf4', '#392030'],
    outline: 1.75,
    dashes: '5 4',
  },
  retry: {
    hue: ['#a76500', '#e6aa42'],
    tint: ['#fff3da', '#38290d'],
    outline: 2.5,
    dashes: '7 2',
  },
};

let isAdded = false;

/** Gives the states' classes to every component that shows states. */
export function addRunStates(): void {
  const sheet = states.styleSheet;
  if (!sheet || isAdded) return;
  isAdded = true;
  for (const [kind, { hue, tint, outline, dashes }] of Object.entries(looks)) {
    const colours = `--hue: light-dark(${hue}); --tint: light-dark(${tint})`;
    sheet.insertRule(`.${kind} { ${colours}; --outline: ${outline}; --dashes: ${dashes} }`);
  }
}
