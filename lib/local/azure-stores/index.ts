export { startLocalStores } from './local-stores';
export type { LocalStores } from './local-stores';
