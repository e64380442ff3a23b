import type { JsonObject } from '../../../../lib/constraints/json';
import { lambdaCode } from '../../../../lib/constraints/services/lambda-code';
import { lambdaFunction } from '../../../../lib/constraints/services/lambda-function';
import { parameterValue } from '../../../../lib/constraints/services/parameter-value';
import { references } from '../../../../lib/constraints/services/references';
import { breaches, breachesOf, cloud, known, template } from '../llm/around';

const text = (expected: RegExp | undefined) =>
  expected === undefined ? [] : [expect.stringMatching(expected) as string];
const zip = (more: JsonObject = {}): JsonObject => ({
  Code: { ZipFile: 'x' },
  Handler: 'index.handler',
  Runtime: 'nodejs22.x',
  ...more,
});
const variables = (Variables: JsonObject): JsonObject => zip({ Environment: { Variables } });

test.each<[string, JsonObject, RegExp | undefined]>([
  ['code in a zip', zip(), undefined],
  ['an image', { Code: { ImageUri: 'x' }, PackageType: 'Image' }, undefined],
  ['an image without package type', { Code: { ImageUri: 'x' } }, undefined],
  ['a package type that is a function', { Code: { S3Bucket: 'a' }, PackageType: { Ref: 'P' } }, undefined],
  ['no handler', { Code: { ZipFile: 'x' }, Runtime: 'nodejs22.x' }, /^#: Handler is mandatory/],
  ['no runtime', { Code: { ZipFile: 'x' }, Handler: 'a.b' }, /^#: Runtime is mandatory/],
  ['a handler beside an image', { Code: { ImageUri: 'x' }, Handler: 'a.b' }, /^#\/Handler: Please don't provide/],
  ['a variable', variables({ A_1: 'x' }), undefined],
  ['a reserved variable', variables({ AWS_REGION: 'x' }), /reserved keys.*AWS_REGION$/],
  ['a variable with a hyphen', variables({ 'a-b': 'x' }), /name is 'a-b'/],
  ['a variable that starts with a digit', variables({ '1a': 'x' }), /name is '1a'/],
  // `{"AA":"…"}` has 9 bytes around the value.
  ['4,096 bytes of variables', variables({ AA: 'x'.repeat(4087) }), undefined],
  ['4,097 bytes of variables', variables({ AA: 'x'.repeat(4088) }), /exceed the 4 KB limit: 4097 bytes$/],
  ['bytes, not characters', variables({ AA: 'é'.repeat(2044) }), /4097 bytes$/],
  ['a long function as a variable', variables({ AA: { 'Fn::Sub': 'x'.repeat(5000) } }), undefined],
  ['five layers', zip({ Layers: ['a', 'b', 'c', 'd', 'e'] }), undefined],
  ['six layers', zip({ Layers: ['a', 'b', 'c', 'd', 'e', 'f'] }), /^#\/Layers: Layers has 6 elements/],
  ['layers of an image', { Code: { ImageUri: 'x' }, PackageType: 'Image', Layers: ['a'] }, /^#\/Layers: Please/],
])('a function with %s', (_name, properties, expected) => {
  expect(breaches(lambdaFunction, properties)).toEqual(text(expected));
});

const buckets = cloud([], { code: ['a.zip'] });
test.each<[string, string, JsonObject, RegExp | undefined]>([
  ['AWS::Lambda::Function', 'an object', { Code: { S3Bucket: 'code', S3Key: 'a.zip' } }, undefined],
  ['AWS::Lambda::LayerVersion', 'an object', { Content: { S3Bucket: 'code', S3Key: 'a.zip' } }, undefined],
  ['AWS::Lambda::Function', 'inline code', { Code: { ZipFile: 'x' } }, undefined],
  ['AWS::Lambda::Function', 'a function', { Code: { S3Bucket: { Ref: 'B' }, S3Key: 'a.zip' } }, undefined],
  [
    'AWS::Lambda::Function',
    'no object',
    { Code: { S3Bucket: 'code', S3Key: 'b.zip' } },
    /^#\/Code\/S3Key: .*NoSuchKey\. The bucket code holds no object b\.zip$/,
  ],
  [
    'AWS::Lambda::LayerVersion',
    'no bucket',
    { Content: { S3Bucket: 'none', S3Key: 'a.zip' } },
    /^#\/Content\/S3Bucket: .*NoSuchBucket\. The bucket none does not exist$/,
  ],
])('%s: %s', (type, _name, properties, expected) => {
  expect(breachesOf(lambdaCode, type, properties, buckets)).toEqual(text(expected));
  expect(breachesOf(lambdaCode, type, properties, template())).toEqual([]);
});

test.each<[JsonObject, RegExp | undefined]>([
  [{ Value: 'x' }, undefined],
  [{ Value: 'x'.repeat(4096) }, undefined],
  [{ Value: 'x'.repeat(8192), Tier: 'Advanced' }, undefined],
  [{ Value: 'x'.repeat(8192), Tier: 'Intelligent-Tiering' }, undefined],
  [{ Value: { Ref: 'V' } }, undefined],
  [{ Value: 'x'.repeat(5000), Tier: { Ref: 'T' } }, undefined],
  [{ Value: '' }, /^#\/Value: Parameter value can't be empty$/],
  [{ Value: 'x'.repeat(4097) }, /Standard tier parameters support a maximum value of 4096 characters, got 4097$/],
  [{ Value: 'x'.repeat(8193), Tier: 'Advanced' }, /maximum value of 8192 characters, got 8193$/],
])('a parameter value %#', (properties, expected) => {
  expect(breaches(parameterValue, properties)).toEqual(text(expected));
});

describe('a reference', () => {
  const arn = 'arn:aws:lambda:eu-central-1:111111111111:function:f';
  const around = cloud([
    known('AWS::Lambda::Function', 'F', {}, 'f', arn),
    known('AWS::EC2::VPC', 'Vpc', {}, 'vpc-1'),
    known('AWS::Lambda::LayerVersion', 'L', {}, 'arn:aws:lambda:eu-central-1:111111111111:layer:l:1'),
    known('AWS::IAM::Role', 'R', {}, 'r'),
  ]);
  test.each<[string, JsonObject, RegExp | undefined]>([
    ['AWS::Lambda::EventSourceMapping', { FunctionName: 'f' }, undefined],
    ['AWS::Lambda::EventSourceMapping', { FunctionName: 'f:live' }, undefined],
    ['AWS::Lambda::EventSourceMapping', { FunctionName: arn }, undefined],
    ['AWS::Lambda::EventSourceMapping', { FunctionName: `${arn}:live` }, undefined],
    ['AWS::Lambda::EventSourceMapping', { FunctionName: '111111111111:function:f' }, undefined],
    ['AWS::Lambda::EventSourceMapping', { FunctionName: { Ref: 'Elsewhere' } }, undefined],
    ['AWS::Lambda::EventSourceMapping', { FunctionName: 'g' }, /^#\/FunctionName: Function not found: g$/],
    ['AWS::EC2::SecurityGroup', { VpcId: 'vpc-1' }, undefined],
    ['AWS::EC2::SecurityGroup', { VpcId: 'vpc-2' }, /^#\/VpcId: The vpc ID 'vpc-2' does not exist$/],
    ['AWS::EC2::Route', { GatewayId: 'vgw-1' }, undefined],
    ['AWS::Lambda::Function', { Layers: ['arn:aws:lambda:eu-central-1:111111111111:layer:l:1'] }, undefined],
    [
      'AWS::Lambda::Function',
      { Layers: ['arn:aws:lambda:eu-central-1:111111111111:layer:l:9'] },
      /^#\/Layers\/0: Layer version .*:layer:l:9 does not exist\.$/,
    ],
    ['AWS::IAM::Policy', { Roles: ['r', 'q'] }, /^#\/Roles\/1: The role with name q cannot be found\.$/],
    ['AWS::RDS::DBCluster', { DBSubnetGroupName: 'default' }, undefined],
    ['AWS::Events::Rule', { EventBusName: 'default' }, undefined],
    ['AWS::Events::Rule', { EventBusName: 'mine' }, /^#\/EventBusName: Event bus mine does not exist\.$/],
  ])('%s %j', (type, properties, expected) => {
    expect(breachesOf(references, type, properties, around)).toEqual(text(expected));
    expect(breachesOf(references, type, properties, template())).toEqual([]);
  });
});
