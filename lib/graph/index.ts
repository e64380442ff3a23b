export type * from './recording';
export type * from './resource-graph';
