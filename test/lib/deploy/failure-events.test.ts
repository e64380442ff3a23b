import { causalEvents, propertyIn, pulumiDiagnostics } from '../../../lib/deploy';

const event = (resource: string, reason: string) => ({ resource, reason });

test('events that only follow from another are left out', () => {
  const events = [
    event('Queue', 'Resource creation cancelled'),
    event('Bucket', 'Bucket b already exists'),
    event('Stack', 'The following resource(s) failed to create: [Bucket, Queue]. '),
    event('Role', ''),
  ];
  expect(causalEvents(events)).toEqual([event('Bucket', 'Bucket b already exists')]);
});

test('they stay where nothing else says why', () => {
  const only = [event('Stack', 'Rollback requested by user')];
  expect(causalEvents(only)).toEqual(only);
});

test.each([
  [
    'Properties validation failed for resource B with message: [#/BucketEncryption/Rules: expected type: JSONArray]',
    'BucketEncryption.Rules',
  ],
  [
    'Properties validation failed for resource B with message: [#: extraneous key [BucketEncryptoin] is not permitted]',
    'BucketEncryptoin',
  ],
  ['#: required key [RoleArn] not found', 'RoleArn'],
  ['Encountered unsupported property Foo', 'Foo'],
  ['Value of property {Tags} must be of type List', 'Tags'],
  ["Value 'x' at 'stackName' failed to satisfy constraint: Member must satisfy", 'stackName'],
  ['The bucket you tried to delete is not empty', undefined],
])('%s', (reason, property) => {
  expect(propertyIn(reason)).toBe(property);
});

test('a property that the event names is kept', () => {
  expect(causalEvents([{ ...event('B', '#/A: wrong'), property: 'BucketName' }])[0]?.property).toBe('BucketName');
});

test('the diagnostics of Pulumi are events, without the line that only says that the update failed', () => {
  const output = [
    'Updating (dev-initialization):',
    ' +  azure-native:storage:StorageAccount storage creating error: Status=409',
    'Diagnostics:',
    '  pulumi:pulumi:Stack (llmops-kit-dev-initialization):',
    '    error: update failed',
    '',
    '  azure-native:storage:StorageAccount (storage):',
    '    error: Code="StorageAccountAlreadyTaken" Message="The storage account named x already exists."',
    '    warning: something else',
    '',
    'Outputs:',
    '    error: not a diagnostic',
  ].join('\n');
  expect(pulumiDiagnostics(output)).toEqual([
    {
      type: 'azure-native:storage:StorageAccount',
      resource: 'storage',
      reason: 'Code="StorageAccountAlreadyTaken" Message="The storage account named x already exists."',
    },
  ]);
  expect(pulumiDiagnostics('nothing of the kind')).toEqual([]);
});
