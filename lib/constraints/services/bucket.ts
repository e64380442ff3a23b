import type { Breach, Constraint, Surroundings } from '../constraint';
import { isObject } from '../json';
import { at, isUnresolved, objectAt, textAt } from '../value';
import { placesAt } from './places';

/** What a lifecycle rule may do. Source: the registry's schema of AWS::S3::Bucket, 2026-11-30. */
const actions = [
  'AbortIncompleteMultipartUpload',
  'ExpirationDate',
  'ExpirationInDays',
  'ExpiredObjectDeleteMarker',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'NoncurrentVersionTransition',
  'NoncurrentVersionTransitions',
  'Transition',
  'Transitions',
];

function logging(target: string | undefined, { named, holdsObject }: Surroundings): readonly Breach[] {
  if (target === undefined || named(['AWS::S3::Bucket'], target) !== 'absent') return [];
  if (holdsObject(target, '/') !== undefined) return [];
  return [
    {
      pointer: '#/LoggingConfiguration/DestinationBucketName',
      problem: `The target bucket for logging does not exist. The bucket is ${target}`,
      fix: 'Create the bucket first.',
    },
  ];
}

/** Replication needs versions, a lifecycle rule something to do, and logs a bucket that exists. */
export const bucket: Constraint = {
  id: 'bucket',
  types: ['AWS::S3::Bucket'],
  source: { url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html', asOf: '2026-11-30' },
  check: ({ properties }, surroundings) => {
    const found: Breach[] = [];
    const versions = at(properties, 'VersioningConfiguration', 'Status');
    const known =
      versions === undefined ? !isUnresolved(properties['VersioningConfiguration']) : typeof versions === 'string';
    if (objectAt(properties, 'ReplicationConfiguration') !== undefined && known && versions !== 'Enabled') {
      found.push({
        pointer: '#/ReplicationConfiguration',
        problem: "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
        fix: 'Add VersioningConfiguration with Status Enabled.',
      });
    }
    for (const { pointer, value } of placesAt(properties, 'LifecycleConfiguration/Rules/*')) {
      if (!isObject(value) || isUnresolved(value) || actions.some((name) => Object.hasOwn(value, name))) continue;
      found.push({
        pointer,
        problem: 'At least one action needs to be specified in a rule. The rule does nothing',
        fix: 'Add an expiration or a transition.',
      });
    }
    return [...found, ...logging(textAt(properties, 'LoggingConfiguration', 'DestinationBucketName'), surroundings)];
  },
};
