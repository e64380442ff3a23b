import { driftedStack, readDrifts } from '../../../../lib/graph/cloudformation/read-drifts';
import { openDocument, readDocument } from '../../../../lib/graph/read-document';

const drift = (LogicalResourceId: string, StackResourceDriftStatus: string, more: object = {}) => ({
  StackId: 'arn:aws:cloudformation:eu-central-1:111111111111:stack/assistant-dev-knowledge/1',
  LogicalResourceId,
  ResourceType: 'AWS::SSM::Parameter',
  StackResourceDriftStatus,
  ...more,
});

const document = {
  StackResourceDrifts: [
    drift('Same', 'IN_SYNC'),
    drift('Gone', 'DELETED'),
    drift('Unread', 'NOT_CHECKED', { ResourceType: 'Custom::Thing' }),
    drift('Versions', 'NOT_CHECKED', { ResourceType: 'AWS::CDK::Metadata' }),
    drift('Changed', 'MODIFIED', {
      ExpectedProperties: '{"Tags":[{"Value":"a"}],"Size":1}',
      ActualProperties: '{"Tags":[{"Value":"b"}]}',
      PropertyDifferences: [
        { PropertyPath: '/Tags/0/Value', ExpectedValue: 'a', ActualValue: 'b', DifferenceType: 'NOT_EQUAL' },
        { PropertyPath: '/Size', ExpectedValue: '1', ActualValue: 'null', DifferenceType: 'REMOVE' },
        { PropertyPath: '/Name', ExpectedValue: 'null', ActualValue: 'x', DifferenceType: 'ADD' },
      ],
    }),
  ],
};

test('what is changed or deleted has its values, and what was not compared is said', () => {
  const declared = new Map([
    ['Same', 'AWS::SSM::Parameter'],
    ['New', 'AWS::SageMaker::Model'],
  ]);
  expect(readDrifts(document, { environment: 'dev', stack: 'knowledge' }, declared)).toEqual({
    changes: [
      { environment: 'dev', cloud: 'aws', address: 'knowledge/Gone', kind: 'deleted', properties: [] },
      {
        environment: 'dev',
        cloud: 'aws',
        address: 'knowledge/Changed',
        kind: 'modified',
        properties: [
          { path: 'Tags.0.Value', released: 'a', live: 'b' },
          { path: 'Size', released: 1 },
          { path: 'Name', live: 'x' },
        ],
      },
    ],
    unverified: [
      'knowledge: CloudFormation did not compare 2 resources with what is live: AWS::SageMaker::Model, Custom::Thing',
    ],
  });
});

test('a file is known by its key, and says the name of the stack', () => {
  expect(driftedStack(document)).toBe('assistant-dev-knowledge');
  const opened = openDocument(JSON.stringify(document), 'drifts.json');
  const read = opened.ok ? readDocument(opened.value, { environment: 'dev', stack: 'drifts' }) : opened;
  expect(read).toMatchObject({
    ok: true,
    value: { format: 'stack-drifts', live: { changes: [{ address: 'assistant-dev-knowledge/Gone' }, {}] } },
  });
});

test('a damaged document changes nothing', () => {
  const damaged = [drift('A', 'MODIFIED', { ActualProperties: '{', PropertyDifferences: [{}, null] }), null, 7];
  expect(readDrifts({ StackResourceDrifts: damaged }, { environment: 'dev', stack: 's' }).changes).toEqual([
    { environment: 'dev', cloud: 'aws', address: 's/A', kind: 'modified', properties: [] },
  ]);
  expect(readDrifts(undefined, { environment: 'dev', stack: 's' })).toEqual({ changes: [], unverified: [] });
});
