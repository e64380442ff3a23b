import { readChangeSet } from '../../../../lib/graph/cloudformation/read-change-set';

const place = { environment: 'prod', stack: 'integration' };

test.each<[string, object, object]>([
  ['a creation', { Action: 'Add' }, { kind: 'create', causes: [] }],
  ['an import', { Action: 'Import' }, { kind: 'import' }],
  ['a removal', { Action: 'Remove' }, { kind: 'destroy' }],
  ['a removal that keeps the resource', { Action: 'Remove', PolicyAction: 'Retain' }, { kind: 'forget' }],
  [
    'an update',
    {
      Action: 'Modify',
      Replacement: 'False',
      Details: [{ Target: { Attribute: 'Properties', Name: 'Tags', RequiresRecreation: 'Never' } }],
    },
    { kind: 'update', causes: ['Tags'] },
  ],
  [
    'a replacement by the properties that cause it',
    {
      Action: 'Modify',
      Replacement: 'True',
      Details: [
        { Target: { Name: 'BucketName', Path: '/Properties/BucketName', RequiresRecreation: 'Always' } },
        { Target: { Name: 'Rules', Path: '/Properties/Rules/0/Id', RequiresRecreation: 'Conditionally' } },
        { Target: { Name: 'Tags', RequiresRecreation: 'Never' } },
      ],
    },
    { kind: 'replace', causes: ['BucketName', 'Rules.0.Id'] },
  ],
  [
    'a replacement that depends on values',
    { Action: 'Modify', Replacement: 'Conditional' },
    { kind: 'replace', certain: false },
  ],
  ['an action that is not known', { Action: 'Dynamic' }, { kind: 'none' }],
])('says %s', (_name, change, verdict) => {
  const resource = { LogicalResourceId: 'Data', ResourceType: 'AWS::S3::Bucket', ...change };
  expect(readChangeSet({ Changes: [{ Type: 'Resource', ResourceChange: resource }] }, place)).toMatchObject([
    { address: 'integration/Data', type: 'AWS::S3::Bucket', cloud: 'aws', environment: 'prod', ...verdict },
  ]);
});

test('leaves out what is no change of a resource', () => {
  expect(readChangeSet({ Changes: [{ Type: 'Hook' }, null, {}] }, place)).toEqual([]);
});
