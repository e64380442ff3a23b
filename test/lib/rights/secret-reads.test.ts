import type { JsonObject } from '../../../lib/constraints/json';
import { executionRights } from '../../../lib/rights';
import { secretsRead } from '../../../lib/rights/secret-reads';

const target = { partition: 'aws', account: '111111111111', region: 'eu-central-1' };
const secretArn = 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:pager-AbCdEf';

function resource(properties: JsonObject) {
  return { stack: 'notes', logicalId: 'One', type: 'AWS::SNS::Subscription', properties, deleted: true };
}

test.each<[string, JsonObject, readonly string[]]>([
  ['no reference', { Endpoint: 'https://example.com' }, []],
  ['an ARN', { Endpoint: `{{resolve:secretsmanager:${secretArn}:SecretString:url::}}` }, [secretArn]],
  [
    'a name, deep inside',
    { A: [{ B: 'x-{{resolve:secretsmanager:pager:SecretString}}-y' }] },
    ['arn:aws:secretsmanager:eu-central-1:111111111111:secret:pager-??????'],
  ],
  [
    'the same secret twice',
    { A: '{{resolve:secretsmanager:pager:SecretString:a}}{{resolve:secretsmanager:pager:SecretString:b}}' },
    ['arn:aws:secretsmanager:eu-central-1:111111111111:secret:pager-??????'],
  ],
  ['a parameter', { Endpoint: '{{resolve:ssm:/notes/url}}' }, []],
])('%s', (_what, properties, expected) => {
  expect(secretsRead(resource(properties), target)).toEqual(expected);
});

test('the role that deploys a webhook may read its secret, and no other', () => {
  const Endpoint = `{{resolve:secretsmanager:${secretArn}:SecretString:::}}`;
  const template = {
    Resources: {
      Topic: { Type: 'AWS::SNS::Topic' },
      Webhook: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'https', Endpoint },
      },
    },
  };
  const rights = executionRights([{ name: 'notes', template }], target);
  if (!rights.ok) throw new Error(JSON.stringify(rights.issues));
  const reading = rights.value.statements.filter(({ Action: actions }) =>
    actions.includes('secretsmanager:GetSecretValue'),
  );
  expect(reading.map(({ Resource: on }) => on)).toEqual([[secretArn]]);
});
