/** A shared pipeline opens beside the learner's own: nothing is lost, and the learner decides which of them goes on. */
import type { PipelineDefinition } from '../engine/index';
import { demo } from '../lesson/demo';
import type { Document, Edit, Own } from './document';
import { openPipeline } from './edits';

/** `own` is what was there, with its cursor. Where there is nothing of the learner's, there is nothing to decide. */
export function openShared(definition: PipelineDefinition, own: Own, rules?: unknown): Edit {
  const { label, apply } = openPipeline(definition);
  return {
    label,
    apply: (document) => {
      const { rules: _own, ...plain } = apply(document);
      const opened = rules ? { ...plain, rules } : plain;
      return document.own || !isOwn(document) ? opened : { ...opened, own };
    },
  };
}

/** The shared one is gone, except for undo. */
export function keepOwn(): Edit {
  return {
    label: 'go back to your own pipeline',
    apply(document) {
      const { own, marks: _gone, rules: _theirs, ...shared } = document;
      if (!own) return document;
      const { cursor: _stays, ...kept } = own;
      return { ...shared, ...kept };
    },
  };
}

/** The own one is gone, except for undo. */
export function takeShared(): Edit {
  return { label: 'take the shared pipeline', apply: ({ own: _gone, ...shared }) => shared };
}

/** Neither the demo nor an empty pipeline. */
function isOwn({ definition }: Document): boolean {
  return definition.steps.length > 0 && JSON.stringify(definition) !== JSON.stringify(demo);
}
