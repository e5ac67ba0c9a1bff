/** What makes the picture more than a picture. It arrives just after it. */
import { StepTools } from './editing/step_tools';

export { Gestures } from './gestures';
export { Glide } from './glide';
export { Minimap } from './minimap';
export { fly, scrollPageTo, still } from './motion';
export { showMove } from './moves';
export { next, wayOf } from './walk';
export { tellWhole } from './whole_name';

customElements.define('step-tools', StepTools);
