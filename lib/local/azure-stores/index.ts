export { startLocalStores } from './local-stores';
export type { LocalStores, LocalStoresOptions } from './local-stores';
