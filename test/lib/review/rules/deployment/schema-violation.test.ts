import { validateTemplate } from '../../../../../lib/constraints/schema/validate';
import { check } from '../../../../../lib/review';
import { schemaViolation } from '../../../../../lib/review/rules/deployment/schema-violation';
import { resourceNode } from '../../../../helpers/resource-node';

const context = { schemaViolations: validateTemplate };

test.each([
  ['an unknown property', { Description: 'documents' }, [['', 'extraneous key [Description] is not permitted']]],
  [
    'a wrong type at depth',
    { VersioningConfiguration: { Status: ['Enabled'] } },
    [['VersioningConfiguration.Status', 'expected type: String, found: JSONArray']],
  ],
  ['functions in place of values', { BucketName: { Ref: 'Name' }, VersioningConfiguration: { 'Fn::If': [] } }, []],
  ['a transform beside properties', { 'Fn::Transform': { Name: 'AWS::Include' }, Unknown: 1 }, []],
])('a bucket with %s', (_name, properties, expected) => {
  const { findings } = check([resourceNode({ type: 'AWS::S3::Bucket', properties })], [schemaViolation], context);
  expect(findings.map(({ path, message }) => [path, message])).toEqual(expected);
});

test.each(['AWS::NotYet::Thing', 'Custom::Thing', 'Example::Private::Type', 'azure-native:storage:StorageAccount'])(
  'says nothing about %s: there is no schema',
  (type) => {
    expect(check([resourceNode({ type, properties: { X: 1 } })], [schemaViolation], context).findings).toEqual([]);
  },
);

test('is skipped by name without schemas', () => {
  expect(check([], [schemaViolation]).skipped).toEqual([{ rule: 'SchemaViolation', reason: 'no schemas were given' }]);
});
