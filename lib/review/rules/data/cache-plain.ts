import { propertyRule } from '../../property-rule';

/** Set AtRestEncryptionEnabled and TransitEncryptionEnabled to true, and KmsKeyId: prompts and answers lie in clear text, or cross the network in clear text. */
export const cachePlain = propertyRule(
  {
    code: 'CachePlain',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['ElastiCache.4', 'ElastiCache.5'],
    rationale: 'Prompts and answers lie in clear text, or cross the network in clear text.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ElastiCache::ReplicationGroup'],
      path: 'AtRestEncryptionEnabled',
      must: { is: [true] },
    },
    {
      types: ['AWS::ElastiCache::ReplicationGroup'],
      path: 'KmsKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::ElastiCache::ReplicationGroup'],
      path: 'TransitEncryptionEnabled',
      must: { is: [true] },
    },
  ],
);
