import { inheritable, shellLines, unsetVariables } from '../../../../lib/local/aws';
import { clientEnvironment } from '../../../../lib/local/aws/environment';

const env = clientEnvironment('http://127.0.0.1:4599', '111111111111', 'eu-central-1');

test('every address in the environment is the cloud', () => {
  const addresses = Object.values(env).filter((value) => value.includes('://'));
  expect(new Set(addresses)).toEqual(new Set(['http://127.0.0.1:4599']));
});

test('as JSON, variables that lead away are null: known ones, and those of AWS that the caller has', () => {
  const unset = unsetVariables(env, { AWS_ENDPOINT_URL_SQS: 'https://sqs', AWS_REGION: 'us-east-1', HOME: '/home/x' });
  expect(unset).toMatchObject({ AWS_PROFILE: null, AWS_SESSION_TOKEN: null, AWS_ENDPOINT_URL_SQS: null });
  expect(Object.keys(unset).filter((name) => Object.hasOwn(env, name) || name === 'HOME')).toEqual([]);
});

test('a child process inherits nothing that leads away', () => {
  const left = inheritable({
    PATH: '/bin',
    AWS_PROFILE: 'x',
    aws_region: 'kept',
    https_proxy: 'http://p',
    NODE_OPTIONS: '-r x',
  });
  expect(left).toEqual({ PATH: '/bin', aws_region: 'kept' });
});

test('a shell unsets before it exports', () => {
  const [first = '', ...others] = shellLines(env);
  expect(first).toMatch(/^unset AWS_PROFILE \$\(/);
  expect(others.every((text) => text.startsWith('export '))).toBe(true);
});
