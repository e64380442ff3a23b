import { readFileSync } from 'node:fs';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyValue } from '../../../../lib/graph';
import { awsFilled, azureFilled, providerNoise } from '../../../../lib/review/change/provider-values';
import { changesBetween } from '../../../helpers/changes';
import { resourceNode } from '../../../helpers/resource-node';

test.each(azureFilled.map((row) => [`${row.type} ${row.property}`, row] as const))(
  '%s is what azure-native fills in',
  (_title, { type, property, value }) => {
    const [, service = '', name = ''] = type.split(':');
    const file = name.charAt(0).toLowerCase() + name.slice(1);
    const text = readFileSync(require.resolve(`@pulumi/azure-native/${service}/${file}.js`), 'utf8');
    expect(text).toContain(`resourceInputs["${property}"] = (args?.${property}) ?? ${JSON.stringify(value)};`);
  },
);

describe('values that CloudFormation fills in', () => {
  const database = loadAwsServiceSpecSync();

  it.each(awsFilled.map((row) => [`${row.type} ${row.property}`, row] as const))(
    '%s is the default of its schema',
    (_title, { type, property, value }) => {
      const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
      const given: unknown = JSON.parse(resource?.properties[property]?.defaultValue ?? 'null');
      expect(given).toBe(value);
    },
  );
});

test.each<readonly [string, string, PropertyValue | undefined, PropertyValue | undefined, string | undefined]>([
  ...[...azureFilled, ...awsFilled].map(
    ({ type, property, value }) => [type, property, undefined, value, 'filled'] as const,
  ),
  ['azure-native:search:Service', 'replicaCount', 1, undefined, 'filled'],
  ['azure-native:search:Service', 'replicaCount', undefined, 2, undefined],
  ['azure-native:search:Service', 'replicaCount', 1, 2, undefined],
  ['azure-native:search:Service', 'publicNetworkAccess', undefined, 'Enabled', undefined],
  ['AWS::KMS::Key', 'MultiRegion', undefined, 'false', 'filled'],
  ['azure-native:search:Service', 'location', 'West Europe', 'westeurope', 'spelling'],
  ['azure-native:search:Service', 'location', 'westeurope', 'northeurope', undefined],
  ['azure-native:x:Y', 'subnetId', '/subscriptions/S/a', '/subscriptions/s/A', 'spelling'],
  ['azure-native:x:Y', 'name', 'A', 'a', undefined],
  ['AWS::S3::Bucket', 'BucketName', '/subscriptions/S', '/subscriptions/s', undefined],
])('%s %s from %s to %s is noise: %s', (type, path, before, after, noise) => {
  expect(providerNoise(type, path, before, after)).toBe(noise);
});

test('a filled value replaces nothing and makes no change that has to be read', () => {
  const node = resourceNode({ type: 'AWS::KMS::Key', properties: { Description: 'a' } });
  const [change] = changesBetween(
    [node],
    [{ ...node, properties: { Description: 'a', KeySpec: 'SYMMETRIC_DEFAULT' } }],
  );
  expect(change).toMatchObject({ kind: 'update', noise: 'filled', properties: [{ path: 'KeySpec', effect: 'none' }] });
  const azure = resourceNode({ type: 'azure-native:search:Service', properties: { location: 'West Europe' } });
  const [spelled] = changesBetween([azure], [{ ...azure, properties: { location: 'westeurope', partitionCount: 1 } }]);
  expect(spelled).toMatchObject({ kind: 'update', noise: 'spelling', causes: [] });
});
