import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

const call = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, { StackName: 'S', ...parameters });
const ssm = (action: string, body: unknown) => client(cloud, testAccount, testRegion).ssm(action, body);
const parameter = (Name: string) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name, Type: 'String', Value: 'as deployed' },
});
const TemplateBody = JSON.stringify({
  Resources: {
    P: parameter('/p'),
    Q: parameter('/q'),
    T: { Type: 'AWS::SNS::Topic' },
    M: { Type: 'AWS::CDK::Metadata' },
  },
});
const drifts = async (...statuses: readonly string[]): Promise<readonly string[]> => {
  const filters = statuses.map((status, index) => [`StackResourceDriftStatusFilters.member.${index + 1}`, status]);
  const { text } = await call('DescribeStackResourceDrifts', Object.fromEntries(filters) as Record<string, string>);
  return [...text.matchAll(/<LogicalResourceId>(.*?)<.*?<StackResourceDriftStatus>(.*?)</gs)].map(
    ([, logicalId = '', status = '']) => `${logicalId} ${status}`,
  );
};

test('what other calls change or delete is found, with the property and both values', async () => {
  await call('CreateStack', { TemplateBody });
  expect((await call('DescribeStacks')).text).toContain('<StackDriftStatus>NOT_CHECKED</StackDriftStatus>');
  await call('DetectStackDrift');
  expect((await call('DescribeStacks')).text).toContain('<StackDriftStatus>IN_SYNC</StackDriftStatus>');
  expect((await drifts()).toSorted()).toEqual(['M NOT_CHECKED', 'P IN_SYNC', 'Q IN_SYNC', 'T IN_SYNC']);
  await ssm('PutParameter', { Name: '/p', Value: 'by hand', Overwrite: true });
  await ssm('DeleteParameter', { Name: '/q' });
  await call('DetectStackDrift');
  expect((await call('DescribeStacks')).text).toContain('<StackDriftStatus>DRIFTED</StackDriftStatus>');
  expect((await drifts('MODIFIED', 'DELETED')).toSorted()).toEqual(['P MODIFIED', 'Q DELETED']);
  expect((await call('DetectStackResourceDrift', { LogicalResourceId: 'P' })).text).toContain(
    '<PropertyPath>/Value</PropertyPath><ExpectedValue>as deployed</ExpectedValue><ActualValue>by hand</ActualValue><DifferenceType>NOT_EQUAL</DifferenceType>',
  );
});

test('fails on the drift of a resource that the stack lacks', async () => {
  const { text } = await call('DetectStackResourceDrift', { LogicalResourceId: 'Nope' });
  expect(text).toContain('Resource Nope does not exist for stack S');
});
