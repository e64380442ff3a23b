export type { NoteLine, NoteRow, Price } from './note-row';
export { numberReasons, numbersOf, planNote } from './plan-note';
export type { MonthlyTotal, NumberedReason, PlanNote } from './plan-note';
