/** What the panels of the Run part have in common: each shows a run as soon as there is one, and says why there is none. */
import { html } from 'lit';
import { isLarge } from '../../engine/size';
import { giveDurations } from '../../state/fail_edits';
import { type RunDesk, runDeskOf } from '../../state/run_desk';
import { RunFilm } from '../../state/run_film';
import { PanelView } from '../panel_view';

export abstract class RunPanel extends PanelView {
  get desk(): RunDesk {
    return runDeskOf(this.session);
  }

  override render() {
    const { session, desk } = this;
    if (!session.analysis.trace) {
      return html`<p class="soft">There is nothing to run until the problems are mended.</p>`;
    }
    if (session.analysis.definition.steps.length === 0) {
      return html`<p class="soft">There is nothing to run before the pipeline has a step.</p>`;
    }
    if (isLarge(session.analysis.definition) && !(this.forLarge && session.film)) {
      return html`<p class="soft">
        This pipeline is large: press Run above the figure to follow its run event by event, or take its
        report. What else there is to see here is for smaller ones.
      </p>`;
    }
    const run = desk.run();
    if (run instanceof RunFilm) return this.draw(run);
    return html`<p class="soft" role="status"><bdi>${run ?? 'One moment …'}</bdi></p>`;
  }

  /** Whether it shows the run of a large pipeline, too, while that is followed. */
  protected readonly forLarge: boolean = false;
  protected abstract draw(film: RunFilm): unknown;

  /** The event of the run to be marked: while the trace is shown, none. */
  protected get cursor(): number | null {
    return this.session.film ? this.session.cursor : null;
  }

  /** Stands in for a picture over time where no time passes. */
  protected noTime() {
    return html`<p>
      No attempt takes any time here, so there is nothing to compare.
      <button @click=${() => this.session.edit(giveDurations(), 'Every step takes a second now.')}>
        Give every step a second
      </button>
    </p>`;
  }
}
