/** Shows what an event moves: along a dependency, round a cycle, to the queue or out of it. */
import type { Analysis } from '../../state/analysis';
import type { Frame } from '../../state/frame';
import type { Session } from '../../state/session';
import { afterPaint } from '../after_render';
import { stop, tour, travel } from './motion';
import type { Scene } from './scene';

/** A longer cycle would keep the eye too long. */
const longestTour = 12;

/** The detail of a `step-moves` event: a step enters the queue, or is taken out of it. */
export interface StepMove {
  step: number;
  kind: 'enqueue' | 'dequeue';
}

/** So many milliseconds after the event before it, an event can be watched by itself. */
const unhurried = 120;

/**
 * Shows how the session's frame came about from the one at the cursor `before`. First the frame itself is painted: to set
 * something in motion takes a browser as long as all the rest. Of events that hurry by only the last one moves.
 */
export function showMove(
  scene: Scene,
  session: Session,
  { before, hurried }: { before: number; hurried: boolean },
): void {
  stop(scene.token);
  const { analysis, frame } = session;
  const move = () => {
    // Another one may have come, of another trace even.
    if (frame && session.frame === frame) startMove(scene, analysis, frame, before);
  };
  afterPaint(() => (hurried ? setTimeout(move, unhurried) : move()));
}

/** The decrement travels along its dependency, or back when one steps back. */
function startMove(scene: Scene, analysis: Analysis, frame: Frame, before: number): void {
  const { cursor, kind, step, dependent } = frame.moment;
  if (cursor === before - 1) {
    const undone = analysis.trace?.moment(before);
    const line = undone?.kind === 'decrement' && scene.lineOf(undone.step, undone.dependent);
    if (line) travel(scene.token, line, true);
  }
  if (cursor !== before + 1) return;
  if (kind === 'decrement') {
    const line = scene.lineOf(step, dependent);
    if (line) travel(scene.token, line);
  }
  if (frame.stalled) void tour(scene.token, firstCycle(scene, analysis));
  if (kind === 'enqueue' || kind === 'dequeue') {
    const detail: StepMove = { step, kind };
    const event = new CustomEvent('step-moves', { bubbles: true, composed: true, detail });
    scene.svg.dispatchEvent(event);
  }
}

/** The lines of the first closed path, as far as they are drawn. */
function firstCycle(scene: Scene, analysis: Analysis): string[] {
  const steps = analysis.stall?.cycles[0]?.map((name) => analysis.indexOf(name)) ?? [];
  const lines = steps.slice(1).map((to, at) => scene.lineOf(steps[at] ?? -1, to));
  return lines.filter((line) => line !== null).slice(0, longestTour);
}
