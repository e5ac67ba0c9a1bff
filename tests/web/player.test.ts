import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beat, Player } from '../../web/src/state/player';
import { speeds } from '../../web/src/state/store';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function film(length: number) {
  const shown = { at: 0, speed: 1, changes: 0 };
  const player = new Player({
    forward() {
      shown.at += 1;
      return shown.at < length;
    },
    speed: () => shown.speed,
    changed() {
      shown.changes += 1;
    },
  });
  return { player, shown };
}

test('playing shows the next event at once and the others one beat apart', () => {
  const { player, shown } = film(9);
  player.play();
  expect(shown.at).toBe(1);
  vi.advanceTimersByTime(beat * 3);
  expect(shown.at).toBe(4);
});

test('playing ends with the last event', () => {
  const { player, shown } = film(2);
  player.play();
  vi.advanceTimersByTime(beat * 10);
  expect(shown.at).toBe(2);
  expect(player.playing).toBe(false);
});

test('pausing holds the event', () => {
  const { player, shown } = film(9);
  player.play();
  player.pause();
  vi.advanceTimersByTime(beat * 10);
  expect(shown.at).toBe(1);
});

test('a new speed counts from now on, not only after the next event', () => {
  const { player, shown } = film(99);
  player.play();
  shown.speed = 8;
  player.speedChanged();
  vi.advanceTimersByTime(beat);
  expect(shown.at).toBe(9);
});

test('whoever shows the player hears of every change', () => {
  const { player, shown } = film(2);
  player.play();
  vi.advanceTimersByTime(beat);
  expect(shown.changes).toBe(2);
});

test('from a quarter to eight times the speed, events are as far apart as it says', () => {
  expect(speeds).toEqual([0.25, 0.5, 1, 2, 4, 8]);
  for (const speed of speeds) {
    const { player, shown } = film(99);
    shown.speed = speed;
    player.play();
    vi.advanceTimersByTime((beat / speed) * 3);
    expect(shown.at).toBe(4);
    player.pause();
  }
});
