import { endpointConfigExists } from '../../../../../lib/local/aws/checks/endpoint-config-exists';
import { testAccount, testRegion } from '../engine';
import { checkInput, existing } from './check-input';

const arn = `arn:aws:sagemaker:${testRegion}:${testAccount}:endpoint-config/chat`;
const config = existing('AWS::SageMaker::EndpointConfig', arn, {}, { arn });
const check = (name: string, more: Partial<typeof config> = {}) =>
  endpointConfigExists(checkInput({ EndpointConfigName: name }, { existing: [{ ...config, ...more }] }));

test.each(['chat', arn])('accepts the configuration %s', (name) => {
  expect(check(name)).toBeUndefined();
});

test.each([
  ['another name', 'cha', {}],
  ['the end of a name', 'at', {}],
  ['a configuration of another region', 'chat', { region: 'us-east-1' }],
  ['a configuration of another account', 'chat', { account: '222222222222' }],
])('fails on %s', (_name, name, more) => {
  expect(check(name, more)).toBe(
    `Could not find endpoint configuration "${name}" in ${testAccount}/${testRegion} (#/EndpointConfigName)`,
  );
});
