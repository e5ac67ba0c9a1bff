/** The log: every event, where to stop, and what the learner has noted. */
import { html } from 'lit';
import './event_log';
import type { Show } from './panels';

export const show: Show = (session) => html`<event-log .session=${session}></event-log>`;
