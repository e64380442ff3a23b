export type { NoteRow, Price } from './note-row';
export { planPage } from './page';
export type { PlanReport } from './page';
export { numberReasons, numbersOf, planNote } from './plan-note';
export type { PlanNote } from './plan-note';
