export { annotations } from './annotations';
export { digestOf } from './digest';
export { junitReport } from './junit';
export { commentMarker, markdownReport } from './markdown';
export { reviewPage } from './page';
export type * from './review';
export { sarifReport } from './sarif';
export { placesOf, verdictOver } from './verdict';
