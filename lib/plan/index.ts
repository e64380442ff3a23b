export * from './aws-plan';
export * from './azure-plan';
export * from './decision';
export * from './environment-plan';
