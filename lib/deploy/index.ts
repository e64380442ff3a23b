export * from './deploy';
export * from './destroy';
export * from './journal';
export * from './known-causes';
export * from './order';
export * from './stays';
export type * from './unit';
export * from './units';
