/** The whole of kahn-trace.js. The build gives all elements names of their own and runs it at most once in a page. */
import { GraphView } from '../views/graph/graph_view';
import { ModeChoice } from '../views/mode_choice';
import { ProgressLine } from '../views/progress_line';
import { QueueView } from '../views/queue_view';
import { RunView } from '../views/run/run_view';
import { SentenceView } from '../views/sentence_view';
import { SpokenRegion } from '../views/spoken_region';
import { StallView } from '../views/stall_view';
import { TransportBar } from '../views/transport_bar';
import { KahnTrace } from './kahn_trace';

customElements.define('graph-view', GraphView);
customElements.define('mode-choice', ModeChoice);
customElements.define('progress-line', ProgressLine);
customElements.define('queue-view', QueueView);
customElements.define('run-view', RunView);
customElements.define('sentence-view', SentenceView);
customElements.define('spoken-region', SpokenRegion);
customElements.define('stall-view', StallView);
customElements.define('transport-bar', TransportBar);
customElements.define('kahn-trace', KahnTrace);
