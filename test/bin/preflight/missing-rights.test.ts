import { missingRightsOf } from '../../../bin/preflight/missing-rights';
import { catalog } from '../../../lib/catalog';
import { plan } from '../../../lib/plan';
import { resolve } from '../../../lib/platform';
import { configOf } from '../../cases/preflight/recorded';
import { nothing } from '../../cases/preflight/report';

const platform = resolve(configOf({ cloud: 'aws', input: nothing }));
if (!platform.ok) throw new Error('the config is refused');
const planned = plan(platform.value, 'dev', catalog);
if (!planned.ok || planned.value.aws === undefined) throw new Error('no plan');
const missing = missingRightsOf(platform.value, 'dev', planned.value.aws);

const allowing = (...actions: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
});

test('a policy that allows everything lacks nothing, and one without SageMaker lacks what the endpoint needs', () => {
  expect(missing([allowing('*')])).toEqual([]);
  const services = [
    'application-autoscaling',
    'autoscaling',
    'cloudwatch',
    'dynamodb',
    'ec2',
    'ecr',
    'events',
    'iam',
    'kms',
    'logs',
    's3',
    'sns',
    'ssm',
  ];
  const without = missing([allowing(...services.map((service) => `${service}:*`))]) ?? [];
  expect(without.map((one) => one.split(' on ')[0])).toContain('sagemaker:CreateEndpoint');
  expect(without.filter((one) => !one.startsWith('sagemaker:'))).toEqual([]);
});
