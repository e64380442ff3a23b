export { startLocalStores, storeTypes } from './local-stores';
export type { LocalStores } from './local-stores';
