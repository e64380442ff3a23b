import type { Json, JsonObject } from '../../lib/constraints/json';
import { isList, own, scalarText } from '../../lib/constraints/json';
import { javaPattern } from '../../lib/local/aws/cloudformation/java-pattern';
import type { ParameterInput } from '../../lib/local/aws/cloudformation/parameters';
import { Stack } from '../../lib/local/aws/cloudformation/stack';
import { parseTemplate } from '../../lib/local/aws/cloudformation/template';
import { networkOf } from '../../lib/local/aws/services/ec2/network';
import { zonesOf } from '../../lib/local/aws/services/ec2/zones';
import { Engine, testAccount } from '../../test/lib/local/aws/engine';

/** Public templates are written for this region first. */
const corpusRegion = 'us-east-1';

/** An account that is bootstrapped, with what parameters of templates name. */
export function accountWithResources(): Engine {
  const engine = new Engine();
  engine.deploy(engine.stack('Account', testAccount, corpusRegion), {
    Resources: {
      Key: { Type: 'AWS::EC2::KeyPair', Properties: { KeyName: 'operator' } },
      Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'example.com' } },
    },
  });
  for (const name of ['/cdk-bootstrap/hnb659fds/version', '/example']) {
    const stored = { name, type: 'String', value: '30', version: 1, lastModified: engine.cloud.now() };
    engine.cloud.parameters(testAccount, corpusRegion).set(name, stored);
  }
  return engine;
}

/** A new stack, with an id that ends in a UUID: templates make names of its parts. */
export function corpusStack({ cloud }: Engine): Stack {
  const id = `arn:aws:cloudformation:${corpusRegion}:${testAccount}:stack/corpus/${cloud.ids.uuid('corpus')}`;
  const identity = { id, name: 'corpus', account: testAccount, region: corpusRegion, createdAt: cloud.now() };
  const stack = new Stack(identity);
  cloud.stacks(testAccount, corpusRegion).push(stack);
  return stack;
}

/** Texts that patterns of parameters often ask for. */
const candidates = [
  'example',
  'Example-1',
  '123456789012',
  '10.0.0.0/16',
  '10.0.0.10',
  'example.com',
  'someone@example.com',
  'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-a000-000000000000',
  'arn:aws:s3:::example',
  's3://example/key',
  'https://example.com/',
  '00000000-0000-4000-a000-000000000000',
  'ou-exam-11111111',
  'o-example111',
  'vpc-0123456789abcdef0',
  'subnet-0123456789abcdef0',
  'Password123!',
  '8080',
  '',
];

/** Values for the parameters of a template that have none. A template that cannot be read needs none. */
export function valuesFor(text: string, engine: Engine): readonly ParameterInput[] {
  const parameters = declarationsOf(text);
  return Object.entries(parameters).flatMap(([key, declaration]) => {
    const type = scalarText(own(declaration, 'Type')) ?? '';
    const existing = existingValue(type, engine);
    if (existing === undefined && own(declaration, 'Default') !== undefined) return [];
    return [{ key, value: existing ?? invented(declaration, type), usePreviousValue: false }];
  });
}

function declarationsOf(text: string): JsonObject {
  try {
    return parseTemplate(text).parameters;
  } catch {
    return {};
  }
}

/** What exists in the account as a type asks for it, whatever the default of the template is. */
function existingValue(type: string, { cloud }: Engine): string | undefined {
  const { vpcs, subnets, defaultGroup } = networkOf(cloud, testAccount, corpusRegion);
  const values: Readonly<Record<string, readonly string[]>> = {
    'AWS::EC2::AvailabilityZone::Name': zonesOf(corpusRegion).map(({ name }) => name),
    'AWS::EC2::Image::Id': ['ami-0123456789abcdef0'],
    'AWS::EC2::KeyPair::KeyName': ['operator'],
    'AWS::EC2::SecurityGroup::GroupName': ['default'],
    'AWS::EC2::SecurityGroup::Id': [defaultGroup],
    'AWS::EC2::Subnet::Id': subnets.map(({ id }) => id),
    'AWS::EC2::VPC::Id': vpcs.map(({ id }) => id),
    'AWS::Route53::HostedZone::Id': cloud.registry
      .list('AWS::Route53::HostedZone', testAccount)
      .map(({ physicalId }) => physicalId),
    'AWS::SSM::Parameter::Name': ['/example'],
  };
  const list = /^List<(.+)>$/.exec(type)?.[1];
  const found = own(values, list ?? type);
  if (!isList(found)) return undefined;
  return list === undefined ? scalarText(found[0]) : found.map((value) => scalarText(value)).join(',');
}

function invented(declaration: Json, type: string): string {
  const allowed = own(declaration, 'AllowedValues');
  const [first] = isList(allowed) ? allowed : [];
  if (first !== undefined) return scalarText(first) ?? '';
  if (type === 'Number') return scalarText(own(declaration, 'MinValue')) ?? '1';
  if (type.startsWith('AWS::SSM::Parameter::Value')) return '/example';
  const pattern = scalarText(own(declaration, 'AllowedPattern'));
  const read = pattern === undefined ? undefined : javaPattern(pattern);
  const least = Number(scalarText(own(declaration, 'MinLength')) ?? 0);
  const most = Number(scalarText(own(declaration, 'MaxLength')) ?? 4096);
  const padded = candidates.map((candidate) => candidate.padEnd(least, 'a').slice(0, most));
  const fits = padded.find((candidate) => read?.kind !== 'pattern' || read.expression.test(candidate));
  const value = fits ?? 'example';
  return type.endsWith('List') || type.startsWith('List<') ? `${value},${value}` : value;
}
