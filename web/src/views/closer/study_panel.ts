/** A panel that asks the core more than a trace answers. */
import { html } from 'lit';
import type { About } from '../../engine/questions';
import type { Study } from '../../engine/studies';
import { Inquiry } from '../../state/inquiry';
import { deskOf } from '../../state/study_desk';
import { PanelView } from '../panel_view';

export abstract class StudyPanel extends PanelView {
  /** Something that takes a while to find out: it is drawn again when there is an answer. */
  protected inquiry<A extends About>(about: A): Inquiry<A> {
    return new Inquiry(deskOf(this.session), about, () => this.requestUpdate());
  }

  override render() {
    const { analysis } = this.session;
    if (!analysis.trace) {
      return html`<p class="soft">There is nothing to look at until the problems are mended.</p>`;
    }
    if (analysis.definition.steps.length === 0) {
      return html`<p class="soft">There is nothing to look at before the pipeline has a step.</p>`;
    }
    const study = deskOf(this.session).study(() => this.requestUpdate());
    return study ? this.draw(study) : html`<p class="soft">One moment …</p>`;
  }

  /** Asked while there is a trace, and a study of the same pipeline. */
  protected abstract draw(study: Study): unknown;
}
