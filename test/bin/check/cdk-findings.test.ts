import { existsSync } from 'node:fs';
import { cdkFindings } from '../../../bin/check/cdk-findings';

const topic = (properties: object) => ({
  environment: 'file',
  stack: 'data',
  template: { Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: properties } } },
});

test('the validator of aws-cdk-lib judges templates, each finding with its rule', async () => {
  const found = await cdkFindings([topic({ DisplayName: 'x' }), topic({ Nope: 1 })], 'eu-central-1');
  expect(found).toMatchObject({
    ok: true,
    value: [
      {
        rule: 'CdkValidation',
        severity: 'error',
        environment: 'file',
        cloud: 'aws',
        address: 'data/Topic',
        type: 'AWS::SNS::Topic',
        path: 'Nope',
        message: expect.stringMatching(/^Additional properties .*\(F3002 of aws-cdk-lib\)$/) as unknown,
      },
    ],
  });
});

const absent = Object.assign(new Error("Cannot find module 'aws-cdk-lib'"), { code: 'MODULE_NOT_FOUND' });

test.each<[string, () => Promise<object>]>([
  ['is not installed', () => Promise.reject(absent)],
  ['has no validator', () => Promise.resolve({})],
])('an aws-cdk-lib that %s is an issue', async (_name, load) => {
  expect(await cdkFindings([topic({})], undefined, load)).toMatchObject({
    ok: false,
    issues: [{ code: 'CdkValidatorMissing', path: '--with-cdk' }],
  });
});

test('a validator that fails is an issue, and leaves no files', async () => {
  let path = '';
  class CloudFormationValidatePlugin {
    validate({ templatePaths }: { templatePaths: string[] }): never {
      path = templatePaths[0] ?? '';
      expect(existsSync(path)).toBe(true);
      throw new Error('broken');
    }
  }
  const load = () => Promise.resolve({ App: Date, CloudFormationValidatePlugin } as object);
  expect(await cdkFindings([topic({})], undefined, load)).toMatchObject({
    ok: false,
    issues: [{ code: 'CdkValidatorFailed', message: 'the validator of aws-cdk-lib failed: Error: broken' }],
  });
  expect(existsSync(path)).toBe(false);
});
