import { planIssues } from '../../../helpers/plan';
import { awsTarget, developmentEnvironment } from '../../../helpers/platform';

const at = 'environments.dev.aws.privateServices';

test.each<[string, string, string | undefined, string | undefined]>([
  ['sqs', 'sqs:SendMessage', undefined, undefined],
  ['sqs', 'lambda:InvokeFunction', `ActionOfOtherService ${at}.sqs[0]`, 'an action of sqs, such as sqs:InvokeFunction'],
  ['monitoring', 'cloudwatch:PutMetricData', undefined, undefined],
  [
    'monitoring',
    'monitoring:PutMetricData',
    `ActionOfOtherService ${at}.monitoring[0]`,
    'an action of cloudwatch, such as cloudwatch:PutMetricData',
  ],
  ['ecr.api', 'ecr:GetAuthorizationToken', undefined, undefined],
  ['kinesis-firehose', 'firehose:PutRecord', undefined, undefined],
  // Nothing is known of its actions.
  ['quantum', 'sqs:SendMessage', `UnknownPrivateService ${at}.quantum`, undefined],
])('the service %s with the action %s: %s', (service, action, issue, expected) => {
  const privateServices = { [service]: [action] };
  const issues = planIssues({
    environments: { dev: developmentEnvironment({ aws: { ...awsTarget, privateServices } }) },
  });
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(issue === undefined ? [] : [issue]);
  if (expected !== undefined) expect(issues[0]?.expected).toBe(expected);
});

test.each([
  ['sqss', "did you mean 'sqs'?"],
  ['quantum', "compare it with 'aws ec2 describe-vpc-endpoint-services'; ignore this if it is there"],
])('of the unknown service %s the fix is %s', (service, fix) => {
  const privateServices = { [service]: ['sqs:SendMessage'] };
  const issues = planIssues({
    environments: { dev: developmentEnvironment({ aws: { ...awsTarget, privateServices } }) },
  });
  expect(issues.map((issue) => issue.fix)).toEqual([fix]);
});
