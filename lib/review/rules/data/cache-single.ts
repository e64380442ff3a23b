import { propertyRule } from '../../property-rule';

/** Set AutomaticFailoverEnabled to true: the loss of one node sends every question to the model. */
export const cacheSingle = propertyRule(
  {
    code: 'CacheSingle',
    family: 'data',
    pack: 'production',
    safeguard: 'availability',
    securityHub: ['ElastiCache.3'],
    rationale: 'The loss of one node sends every question to the model.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ElastiCache::ReplicationGroup'],
      path: 'AutomaticFailoverEnabled',
      must: { is: [true] },
    },
  ],
);
