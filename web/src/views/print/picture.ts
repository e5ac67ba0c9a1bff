/** The picture once more, drawn for a sheet of paper, whatever of it is on the screen. */
import type { Direction, Layout } from '../../engine/index';
import { dependenciesOf } from '../../state/document';
import type { Session } from '../../state/session';
import { cyclesOf } from '../graph/arrangement';
import { describe } from '../graph/description';
import { drawingOf, sizesOf } from '../graph/drawing';
import { Scene } from '../graph/scene';

/** More could not be read. */
const mostSteps = 150;
/** What a picture may take of a sheet, in pixels. */
const room = { width: 690, height: 720 };
const comfortable = 0.7;

/** Null when there is none. */
export function pictureOf(session: Session): SVGSVGElement | null {
  const { analysis, frame } = session;
  const { steps } = analysis.definition;
  if (!frame || steps.length === 0 || steps.length > mostSteps) return null;
  const layout = betterOf(layOut(session, 'right'), layOut(session, 'down'));
  if (!layout) return null;
  const drawing = drawingOf(layout, [...steps.keys()]);
  const tell = (at: number) => {
    const step = steps[at];
    return { name: step?.name ?? '', upstream: step ? dependenciesOf(step) : [] };
  };
  const scene = new Scene(drawing, tell, { title: describe(analysis, layout), folded: new Map() });
  scene.show({ frame, chosen: null, relatives: null, cycles: cyclesOf(analysis) });
  return scene.svg;
}

function layOut({ engine, analysis }: Session, direction: Direction): Layout | null {
  const { definition } = analysis;
  const sizes = sizesOf(definition.steps.map(({ name }) => name));
  const layout = engine.layout(definition, { direction, sizes });
  return layout.ok ? layout : null;
}

/** To the right, which takes less paper, unless it would have to be small and downwards is larger. */
function betterOf(right: Layout | null, down: Layout | null): Layout | null {
  if (!right || !down || scaleOf(right) >= comfortable) return right;
  return scaleOf(down) > scaleOf(right) ? down : right;
}
function scaleOf({ width, height }: Layout): number {
  return Math.min(1, room.width / width, room.height / height);
}
