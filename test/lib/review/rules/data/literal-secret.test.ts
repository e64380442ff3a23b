import type { PropertyValue } from '../../../../../lib/graph';
import { literalSecret } from '../../../../../lib/review/rules/data/literal-secret';
import { judged } from '../../../../helpers/judged';

// Put together here, so that no scanner takes this file for a leak.
const token = `hf_${'aB3'.repeat(12)}`;
const accessKey = `AKIA${'ABCDEFGH'.repeat(2)}`;

test.each<[string, string, Record<string, PropertyValue>, readonly string[]]>([
  [
    'a token of Hugging Face',
    'AWS::SageMaker::Model',
    { PrimaryContainer: { Environment: { MODEL: token } } },
    ['PrimaryContainer.Environment.MODEL: is a credential'],
  ],
  ['a key of AWS', 'AWS::SSM::Parameter', { Value: accessKey }, ['Value: is a credential']],
  [
    'a private key',
    'AWS::Bedrock::Agent',
    { Instruction: '-----BEGIN RSA PRIVATE KEY-----' },
    ['Instruction: is a credential'],
  ],
  [
    'a variable with the name of a secret',
    'AWS::Lambda::Function',
    { Environment: { Variables: { API_KEY: 'correct-horse' } } },
    ['Environment.Variables.API_KEY: is a credential'],
  ],
  [
    'the ARN of a secret',
    'AWS::Lambda::Function',
    { Environment: { Variables: { API_KEY: 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:x' } } },
    [],
  ],
  [
    'a reference to a secret',
    'AWS::Lambda::Function',
    { Environment: { Variables: { API_KEY: { Ref: 'Key' }, TOKEN: '{{resolve:secretsmanager:x}}' } } },
    [],
  ],
  ['a number of tokens', 'AWS::Lambda::Function', { Environment: { Variables: { MAX_TOKEN: '4096' } } }, []],
  ['the name of a secret', 'AWS::Lambda::Function', { Environment: { Variables: { SECRET_NAME: 'database' } } }, []],
])('%s', (_name, type, properties, expected) => {
  expect(judged(literalSecret, type, properties)).toEqual(expected);
});
