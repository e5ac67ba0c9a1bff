/** Below the figure: the run, by which rules it goes, and ways to look at it, each behind a tab of its own. */
import { css, html, nothing } from 'lit';
import { runDeskOf } from '../../state/run_desk';
import { fields } from '../closer/styles';
import { TabbedView } from '../tabbed_view';
import { makeItFail, runControls } from './controls';
import { addRunDrawings } from './drawings';
import { panels } from './panels';

export class RunView extends TabbedView {
  static override styles = [
    ...TabbedView.styles,
    fields,
    css`
      .intro {
        max-width: 75ch;
        margin-bottom: var(--s2);
      }
      .fields {
        align-items: end;
        margin-bottom: var(--s2);
      }
      /* As tall as the timeline of a small run, which is here first. */
      [role='tabpanel'] {
        min-height: 206px;
      }
      .choice {
        display: grid;
        max-width: 100%;
        font-size: var(--small);
        color: var(--ink-soft);
      }
      select {
        min-width: 0;
        max-width: 260px;
        font-size: var(--text);
        color: var(--ink);
      }
      input[type='number'] {
        width: 8em;
        min-height: var(--target);
        padding: 0 var(--s2);
        border: 1px solid var(--edge);
        border-radius: 6px;
        background: var(--surface);
        font-size: var(--text);
        color: var(--ink);
      }
      .fields :is(p, details) {
        flex: 1 1 100%;
        max-width: 75ch;
      }
      .rules {
        margin-bottom: var(--s2);
      }
      .rules > summary {
        padding: 10px 0;
        cursor: pointer;
      }
      @media (max-width: 700px) {
        .fields button {
          padding: 0 var(--s2);
        }
      }
      [aria-pressed='true'] {
        border-color: var(--accent);
        border-width: 2px;
        background: var(--accent-tint);
        font-weight: var(--strong);
      }
    `,
  ];
  constructor() {
    super();
    addRunDrawings();
  }

  protected override readonly key = 'run-orchestrator run';
  protected override readonly heading = 'Run';
  protected override readonly panels = panels;

  /** What belongs to a run is loaded when somebody comes this far. */
  protected override firstUpdated(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.at(-1)?.isIntersecting) return;
        observer.disconnect();
        // The rules to choose from come with it.
        runDeskOf(this.session)
          .ready()
          .catch(() => {});
        super.firstUpdated();
      },
      { rootMargin: '25%' },
    );
    observer.observe(this);
  }

  protected override intro() {
    const { session } = this;
    return html`<p class="soft small intro">
        A run does each step's action as its dependencies allow. Here it is simulated: nothing is
        executed and no time passes.
        ${session.film ? nothing : 'Press Run above the figure to follow it event by event.'}
      </p>
      ${runControls(session, runDeskOf(session))} ${makeItFail(session)}`;
  }
}
