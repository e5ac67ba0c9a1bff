/** Gives their element names to the components that lie below the first screen or are called for. */
import { LookCloser } from './closer/look_closer';
import { DegreesView } from './degrees_view';
import { DefinitionEditor } from './editor/definition_editor';
import { DependencyPicker } from './editor/dependency_picker';
import { StepsEditor } from './editor/steps_editor';
import { HelpDialog } from './help_dialog';
import { NoticeBar } from './notice_bar';
import { PageHeader } from './page_header';
import { ProblemsView } from './problems_view';
import { ProgressLine } from './progress_line';
import { RunView } from './run_view';
import { SamplesMenu } from './samples_menu';
import { StallView } from './stall_view';

customElements.define('look-closer', LookCloser);
customElements.define('degrees-view', DegreesView);
customElements.define('samples-menu', SamplesMenu);
customElements.define('page-header', PageHeader);
customElements.define('notice-bar', NoticeBar);
customElements.define('definition-editor', DefinitionEditor);
customElements.define('dependency-picker', DependencyPicker);
customElements.define('steps-editor', StepsEditor);
customElements.define('help-dialog', HelpDialog);
customElements.define('problems-view', ProblemsView);
customElements.define('progress-line', ProgressLine);
customElements.define('run-view', RunView);
customElements.define('stall-view', StallView);
