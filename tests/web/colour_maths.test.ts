import { expect, test } from 'vitest';
import {
  contrast,
  difference,
  fromLinear,
  type Lab,
  parseHex,
  seenWith,
  toLab,
  toLinear,
} from './colour_maths';

/** Table 1 of Sharma, Wu & Dalal (2005): two colours and their difference. */
const published: [Lab, Lab, number][] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, 2.8361, -74.02], [50, 0, -82.7485], 3.4412],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, -1.1848, -84.8006], [50, 0, -82.7485], 1],
  [[50, -0.9009, -85.5211], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, -1, 2], [50, 0, 0], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.001], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.49, -0.001], [50, -2.49, 0.0012], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
  [[50, -0.001, 2.49], [50, 0.001, -2.49], 4.8045],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[50, 2.5, 0], [50, 3.1736, 0.5854], 1],
  [[50, 2.5, 0], [50, 3.2972, 0], 1],
  [[50, 2.5, 0], [50, 1.8634, 0.5757], 1],
  [[50, 2.5, 0], [50, 3.2592, 0.335], 1],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
  [[61.2901, 3.7196, -5.3901], [61.4292, 2.248, -4.962], 1.8731],
  [[35.0831, -44.1164, 3.7933], [35.0232, -40.0716, 1.5901], 1.8645],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[36.4612, 47.858, 18.3852], [36.2715, 50.5065, 21.2231], 1.4146],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[90.9257, -0.5406, -0.9208], [88.6381, -0.8985, -0.7239], 1.5381],
  [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

test.each(published)('the difference of %j and %j is as published', (a, b, expected) => {
  expect(difference(a, b)).toBeCloseTo(expected, 4);
  expect(difference(b, a)).toBeCloseTo(expected, 4);
});

test('contrasts are those of WCAG', () => {
  expect(contrast(parseHex('#fff'), parseHex('#000000'))).toBeCloseTo(21, 6);
  expect(contrast(parseHex('#767676'), parseHex('#ffffff'))).toBeCloseTo(4.54, 2);
  expect(contrast(parseHex('#abcdef'), parseHex('#abcdef'))).toBe(1);
});

test('colours have their known places in CIELAB', () => {
  const known: [string, Lab][] = [
    ['#ffffff', [100, 0, 0]],
    ['#000000', [0, 0, 0]],
    ['#ff0000', [53.24, 80.09, 67.2]],
    ['#00ff00', [87.73, -86.18, 83.18]],
    ['#0000ff', [32.3, 79.19, -107.86]],
  ];
  for (const [text, lab] of known) {
    toLab(parseHex(text)).forEach((part, at) => {
      expect(part).toBeCloseTo(lab[at] ?? 0, 1);
    });
  }
});

test('linear light and back is the same colour', () => {
  fromLinear(toLinear(parseHex('#0a80f3'))).forEach((part, at) => {
    expect(part).toBeCloseTo(parseHex('#0a80f3')[at] ?? 0, 6);
  });
});

test('greys look the same to all eyes', () => {
  for (const vision of ['protanopia', 'deuteranopia', 'tritanopia'] as const) {
    const grey = parseHex('#808080');
    expect(difference(toLab(seenWith(vision, grey)), toLab(grey))).toBeLessThan(0.1);
  }
});

test('each deficiency takes away its own differences', () => {
  const far = (vision: Parameters<typeof seenWith>[0], a: string, b: string) =>
    difference(toLab(seenWith(vision, parseHex(a))), toLab(seenWith(vision, parseHex(b))));
  // Red and green of like lightness, for those without the long or the middle cones.
  expect(far('normal', '#c06060', '#608060')).toBeGreaterThan(30);
  expect(far('deuteranopia', '#c06060', '#808040')).toBeLessThan(15);
  // Blue and green, for those without the short ones.
  expect(far('normal', '#0072b2', '#009e73')).toBeGreaterThan(30);
  expect(far('tritanopia', '#0072b2', '#009e73')).toBeLessThan(
    far('normal', '#0072b2', '#009e73') / 2,
  );
});

test('what is no colour is refused', () => {
  for (const text of ['red', '#12345', '', '#ggg']) expect(() => parseHex(text)).toThrow();
});
