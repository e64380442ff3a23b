export { awsEndpoint, awsPriceList } from './aws';
export { azureEndpoint, azurePriceList } from './azure';
export type * from './types';
