export * from './endpoint';
export * from './environment';
export * from './issue';
export * from './knowledge';
export * from './model';
export * from './platform';
export * from './tuning';
