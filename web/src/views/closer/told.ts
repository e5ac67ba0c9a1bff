/** A sentence of the core with its steps and events as buttons: a step is chosen, an event is jumped to. */
import { html } from 'lit';
import type { Param, Sentence } from '../../engine/studies';
import type { Session } from '../../state/session';
import { grouped, quoted } from '../../state/words';

export function told({ template, params }: Sentence, session: Session): unknown[] {
  // Words, the name of a parameter, and the sign behind it, which is not to begin a line, in turn.
  return template.split(/\{(\w+)\}([.,:]?)/).map((part, at, all) => {
    if (at % 3 === 0) return part;
    const param = at % 3 === 1 && params[part];
    return param ? shown(param, all[at + 1] ?? '', session) : '';
  });
}

/** Events are counted from 1 on the page. */
function shown(param: Param, sign: string, session: Session): unknown {
  switch (param.kind) {
    case 'number':
      return grouped(param.value) + sign;
    case 'event':
      return joined(eventLink(param.value, session), sign);
    case 'step':
      return joined(stepButton(param.value, session), sign);
    case 'steps': {
      const last = param.value.length - 1;
      return param.value.map((step, at) => {
        const behind = at === last ? sign : at === last - 1 ? '' : ',';
        const next = at === last ? '' : at === last - 1 ? ' and ' : ' ';
        return [joined(stepButton(step, session), behind), next];
      });
    }
  }
}

const joined = (button: unknown, sign: string) =>
  sign ? html`<span class="joined">${button}${sign}</span>` : button;

/** An event's number that leads to the event. */
export function eventLink(cursor: number, session: Session) {
  return html`<button class="link" aria-label="Go to event ${cursor + 1}" @click=${() => session.seek(cursor)}>${grouped(cursor + 1)}</button>`;
}

/** A step's name that leads to the step. */
export function stepButton(step: number, session: Session) {
  const name = session.analysis.nameOf(step);
  return html`<button class="link" aria-pressed=${step === session.chosen} @click=${() => session.choose(step)}><bdi>${quoted(name)}</bdi></button>`;
}
