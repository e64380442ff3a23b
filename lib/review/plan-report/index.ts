export type { EndpointNote } from './endpoint-note';
export type { NotedReason, NoteLine, NoteRow, Price } from './note-row';
export { planPage } from './page';
export type { PlanReport, PlanWarning } from './page';
export { numberReasons, numbersOf, planNote } from './plan-note';
export type { MonthlyTotal, NumberedReason, PlanNote } from './plan-note';
