/** The colours of tokens.css, in both themes, for all eyes. Forced colours are left to the system. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RunKind, StandingKind } from '../../web/src/state/standing';
import { states } from '../../web/src/styles/shared';
import { stateIconAt } from '../../web/src/views/icons';
import { addRunDrawings } from '../../web/src/views/run/drawings';
import { contrast, difference, parseHex, seenWith, toLab } from './colour_maths';

const leastDifference = 20;
const text = 4.5;
const shape = 3;

const sheet = readFileSync(new URL('../../web/src/styles/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...sheet.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);
// A run's states have no tokens of their own.
const ofRuns: RunKind[] = ['running', 'succeeded', 'failed', 'skipped', 'blocked', 'retry'];
for (const [, selector = '', body = ''] of states.cssText.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
  for (const kind of ofRuns.filter((one) => selector.split(/[\s,]+/).includes(`.${one}`))) {
    for (const [, name, value = ''] of body.matchAll(/--(hue|tint|outline|dashes): ([^;]+);/g)) {
      const [, of] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
      tokens.set(name === 'hue' ? kind : `${kind}-${name}`, of ? token(of) : value);
    }
  }
}
addRunDrawings();

function token(name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`There is no --${name}.`);
  return value;
}

const themes = { light: 1, dark: 2 } as const;
type Theme = keyof typeof themes;

function colour(name: string, theme: Theme) {
  const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(token(name));
  return parseHex(pair?.[themes[theme]] ?? `--${name}`);
}

/** States that a frame can show together: while a trace goes on, when it is over, and in a run. */
const together: StandingKind[][] = [
  ['waiting', 'ready', 'taken', 'done'],
  ['done', 'cycle', 'behind'],
  ['waiting', 'ready', ...ofRuns],
];
const pairs = together.flatMap((kinds) =>
  kinds.flatMap((a, at) => kinds.slice(at + 1).map((b) => [a, b] as const)),
);
const kinds = [...new Set(together.flat())];
const visions = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
const patternOf = (kind: StandingKind) => `${token(`${kind}-outline`)} ${token(`${kind}-dashes`)}`;

describe.each(Object.keys(themes) as Theme[])('%s', (theme) => {
  describe.each(pairs)('%s and %s', (a, b) => {
    test.each(visions)('can be told apart, %s vision', (vision) => {
      const [x, y] = [a, b].map((kind) => toLab(seenWith(vision, colour(kind, theme))));
      if (!x || !y) throw new Error('No colours.');
      if (difference(x, y) >= leastDifference) return;
      expect(patternOf(a)).not.toBe(patternOf(b));
      expect(stateIconAt(a, 0, 0)).not.toBe(stateIconAt(b, 0, 0));
    });
  });

  test.each(kinds)('%s: its words and its outline stand out', (kind) => {
    const tint = colour(`${kind}-tint`, theme);
    expect(contrast(colour('ink', theme), tint)).toBeGreaterThanOrEqual(text);
    expect(contrast(colour(kind, theme), tint)).toBeGreaterThanOrEqual(shape);
    expect(contrast(colour(kind, theme), colour('surface', theme))).toBeGreaterThanOrEqual(shape);
  });

  test.each([
    ...['ink', 'ink-soft', 'accent', 'error', 'warning', 'good'].flatMap((name) =>
      ['ground', 'surface', 'sunken'].map((ground) => [name, ground, text] as const),
    ),
    ['ink', 'accent-tint', text],
    ['accent', 'accent-tint', text],
    ['ink', 'error-tint', text],
    ['error', 'error-tint', text],
    ['on-accent', 'accent', text],
    ['on-accent', 'accent-strong', text],
    // "closes a cycle", written on the picture.
    ['cycle', 'surface', text],
    // Arrows, and the edges of controls.
    ['ink-soft', 'surface', shape],
    ['edge', 'surface', shape],
    ['edge', 'ground', shape],
    ['edge', 'sunken', shape],
  ] as const)('%s on %s has a contrast of at least %d', (front, back, least) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(least);
  });
});

test('the states that can meet have icons of their own, and patterns of their own', () => {
  for (const [a, b] of pairs) {
    expect(stateIconAt(a, 0, 0)).not.toBe(stateIconAt(b, 0, 0));
    expect(patternOf(a)).not.toBe(patternOf(b));
  }
});
