/** A sentence of the core with its steps and events as buttons: a step is chosen, an event is jumped to. */
import { html } from 'lit';
import type { Param, Sentence } from '../../engine/studies';
import type { Session } from '../../state/session';
import { quoted } from '../../state/words';

export function told({ template, params }: Sentence, session: Session): unknown[] {
  // Every second part is the name of a parameter.
  return template.split(/\{(\w+)\}/).map((part, at) => {
    if (at % 2 === 0) return part;
    const param = params[part];
    return param ? shown(param, session) : '';
  });
}

/** Events are counted from 1 on the page. */
function shown(param: Param, session: Session): unknown {
  switch (param.kind) {
    case 'number':
      return param.value.toLocaleString('en');
    case 'event':
      return eventLink(param.value, session);
    case 'step':
      return stepButton(param.value, session);
    case 'steps': {
      const last = param.value.length - 1;
      return param.value.map((step, at) => {
        const before = at === 0 ? '' : at === last ? ' and ' : ', ';
        return [before, stepButton(step, session)];
      });
    }
  }
}

/** An event's number that leads to the event. */
export function eventLink(cursor: number, session: Session) {
  return html`<button class="link" aria-label="Go to event ${cursor + 1}" @click=${() => session.seek(cursor)}>${(cursor + 1).toLocaleString('en')}</button>`;
}

/** A step's name that leads to the step. */
export function stepButton(step: number, session: Session) {
  const name = session.analysis.nameOf(step);
  return html`<button class="link" aria-pressed=${step === session.chosen} @click=${() => session.choose(step)}><bdi>${quoted(name)}</bdi></button>`;
}
