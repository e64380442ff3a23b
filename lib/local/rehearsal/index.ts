export type { AzureSecondBeginning, AzureStageProgram } from './azure-rehearsal';
export type { SecondBeginning } from './aws-second-days';
export type { RehearsedChange, SkippedChange, StackTemplate } from './change';
export { readStage } from './assembly';
export type { RehearsalProgress } from './progress';
export * from './rehearse';
export type * from './report';
