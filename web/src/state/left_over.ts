/** Work that would be gone without anybody having wished so is kept as a copy, unless it is there in another way. */
import type { PipelineDefinition } from '../engine/index';
import { samples } from '../lesson/samples';
import { mendIt } from './breakage';
import { type Copy, copiesIn, copyOf, keepCopy, removeCopy } from './copies';
import type { Document } from './document';
import { textOf } from './typed';

/** Of these, and not of the copies that the learner keeps. */
const mostLeft = 12;

/** Null when nothing is lost, otherwise a sentence that says why it could not be kept. */
export function keepLeftOver(
  storage: () => Storage,
  document: Document,
  cursor: number,
  at = Date.now(),
): string | null {
  const { definition } = document;
  const copies = copiesIn(storage);
  const known = [...samples, ...copies.map((copy) => copy.document)];
  // A cycle that "Break it" has closed is soon closed again.
  const texts = [definition, mendIt(document, []).apply(document).definition].map(textOfShape);
  const isThere = known.some((other) => texts.includes(textOfShape(other.definition)));
  if (isThere || definition.steps.length === 0) return null;
  const name = textOf(definition.name) || 'A pipeline without a name';
  const copy: Copy = { ...copyOf(`${name} (left over)`, document, cursor), at, isLeft: true };
  const left = copies.filter(({ isLeft }) => isLeft);
  for (const { id } of left.slice(mostLeft - 1)) removeCopy(storage, id);
  return keepCopy(storage, copy);
}

/** An empty list of dependencies says no more than none. */
function textOfShape(definition: PipelineDefinition): string {
  return JSON.stringify(definition, (key, value) =>
    key === 'depends_on' && Array.isArray(value) && value.length === 0 ? undefined : value,
  );
}
