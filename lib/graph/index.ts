export * from './recording';
export * from './resource-graph';
