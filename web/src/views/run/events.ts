/** The events of the run as lines that lead there. */
import { css, html } from 'lit';
import type { RunEventKind } from '../../engine/runs';
import { runDeskOf } from '../../state/run_desk';
import type { RunFilm } from '../../state/run_film';
import { base } from '../../styles/shared';
import { EventLog, type Kind } from '../closer/event_log';
import type { Show } from '../tabbed_view';
import { RunPanel } from './run_panel';
import { said } from './time';

const kinds: Readonly<Record<RunEventKind, Kind>> = {
  begin: ['run begins', 'play', 'waiting'],
  start: ['starts', 'running', 'running'],
  succeed: ['succeeds', 'succeeded', 'succeeded'],
  fail: ['attempt fails', 'failed', 'failed'],
  time_out: ['takes too long', 'behind', 'failed'],
  wait: ['waits', 'retry', 'retry'],
  give_up: ['FAILED', 'failed', 'failed'],
  skip: ['SKIPPED', 'skipped', 'skipped'],
  cancel: ['cancelled', 'remove', 'skipped'],
  stop: ['run stops', 'pause', 'waiting'],
  end: ['run ends', 'done', 'done'],
};

export class RunLog extends EventLog {
  static override properties = { ...EventLog.properties, film: {}, cursor: {} };
  static override styles = [
    ...EventLog.styles,
    css`
      :host {
        --time: 9ch;
      }
    `,
  ];

  declare film: RunFilm;
  declare cursor: number;
  protected override readonly name = 'Events of the run';
  protected override readonly kinds = kinds;

  protected override get events() {
    return this.film;
  }
  protected override go(cursor: number): void {
    void runDeskOf(this.session).show(cursor);
  }
  protected override time(cursor: number): string {
    return said(this.film.run.event(cursor).time);
  }
}

export class RunEvents extends RunPanel {
  static override styles = base;
  protected override readonly forLarge = true;

  protected override draw(film: RunFilm) {
    return html`<run-log .session=${this.session} .film=${film} .cursor=${this.cursor ?? -1}></run-log>`;
  }
}

customElements.define('run-log', RunLog);
customElements.define('run-events', RunEvents);

export const show: Show = (session) => html`<run-events .session=${session}></run-events>`;
