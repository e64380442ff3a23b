export { localToken } from './caller';
export { dataPlaneTypes, startAzureData } from './data-server';
export type { AzureData } from './data-server';
export type { AzureResource } from './resource';
