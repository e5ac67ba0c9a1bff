/** The events of a trace. */
import { EventLog } from './event_log';
import { traceKinds } from './event_words';
import { saveTrace } from './save_trace';

export class TraceLog extends EventLog {
  protected override readonly name = 'Events';
  protected override readonly kinds = traceKinds;

  protected override get events() {
    return this.session.analysis.trace;
  }
  protected override get cursor() {
    return this.session.cursor;
  }
  protected override go(cursor: number): void {
    this.session.seek(cursor);
  }
  protected override foot() {
    return saveTrace(this.session, 'kahn', 'the trace');
  }
}

customElements.define('trace-log', TraceLog);
