/** What follows just after the picture: its liveliness, and the tools that edit it. */
import { StepTools } from './editing/step_tools';

export * from './liveliness';

customElements.define('step-tools', StepTools);
