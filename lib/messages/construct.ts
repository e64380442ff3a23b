import type { Declarations } from './declaration';

/** Raised by constructs and stacks when their props cannot be declared. */
export const constructMessages = {
  HandOffMissing: {
    title: 'Hand-off missing',
    meaning: 'A stack cannot read a value that an earlier stack publishes in App Configuration.',
    fix: 'Deploy the earlier stack first, with an identity that may read and write the keys of the store.',
  },
  InvalidImageUri: {
    title: 'Invalid image URI',
    meaning: 'A container image URI has another form than the service accepts, or no digest.',
    fix: 'Copy the image to the registry of the service, and name it by digest.',
  },
  InvalidProps: {
    title: 'Invalid props',
    meaning: 'Values of a construct are outside what its services accept, so a deployment would fail.',
    fix: 'Use values that the message lists.',
  },
  InvalidS3Uri: {
    title: 'Invalid S3 URI',
    meaning: 'The value is not the S3 URI of a prefix.',
    fix: 'Write s3://bucket/prefix/ with a final slash.',
  },
  MissingIdentity: {
    title: 'Missing identity',
    meaning: 'An Azure resource has no system-assigned identity.',
    fix: 'Declare the resource with a system-assigned identity.',
    fault: 'provider',
  },
  MissingPrivateDnsZone: {
    title: 'Missing private DNS zone',
    meaning: 'The landing zone has no private DNS zone that a private endpoint needs.',
    fix: 'Add the zone to network.privateDnsZones.',
  },
  MissingTarget: {
    title: 'Missing target',
    meaning: 'The plan has no side for the cloud that is declared.',
    fix: 'Add a target on this cloud to the environment, or skip the environment.',
  },
  SeveralSourceBuckets: {
    title: 'Several source buckets',
    meaning: 'The knowledge bases of an environment have different source buckets.',
    fix: 'Use one bucket with a prefix for each knowledge base.',
  },
  StackConfigDiffers: {
    title: 'Stack configuration differs',
    meaning: 'The configuration of the Pulumi stack differs from the plan.',
    fix: 'Run llmops lint --fix.',
  },
  TestSourceUnreadable: {
    title: 'Source of a test unreadable',
    meaning: 'A test asks for the graph of something that is no app, stack, template or program.',
    fix: 'Give graphOf one of the forms that the message lists.',
  },
  UnknownEndpointService: {
    title: 'Unknown endpoint service',
    meaning: 'The kit has no policy for a VPC endpoint of this service.',
    fix: 'Write the actions of the service in endpointActions.',
  },
  UnknownModelPackageGroup: {
    title: 'Unknown model package group',
    meaning: 'A tuning job names a model package group that is not in the plan.',
    fix: 'Plan the group, or remove it from the job.',
    fault: 'kit',
  },
} as const satisfies Declarations;
