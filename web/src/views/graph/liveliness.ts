/** What makes the picture more than a picture, whoever looks at it. */
export { Gestures } from './gestures';
export { Glide } from './glide';
export { livelyStyles, wear } from './lively_styles';
export { Minimap } from './minimap';
export { fly, scrollPageTo, still } from './motion';
export { showMove } from './moves';
export { tools } from './tools';
export { next, wayOf } from './walk';
export { tellWhole } from './whole_name';
