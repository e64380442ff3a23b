export * from './key-value';
export * from './read-assembly';
export * from './read-recording';
export type * from './recording';
export * from './references';
export type * from './resource-graph';
export * from './stateful-types';
export * from './urn';
