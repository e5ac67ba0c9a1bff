/** What makes the picture more than a picture. It arrives just after it. */
export { Gestures } from './gestures';
export { Minimap } from './minimap';
export { fly, scrollPageTo, still, stop, tour, travel } from './motion';
export { next, wayOf } from './walk';
