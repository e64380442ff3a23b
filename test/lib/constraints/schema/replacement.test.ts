import type { Json } from '../../../../lib/constraints/json';
import { requiresRecreation } from '../../../../lib/constraints/schema/replacement';

test.each<[string, string, Json | undefined, Json | undefined, string]>([
  ['AWS::SNS::Topic', 'TopicName', 'a', 'b', 'Always'],
  ['AWS::SNS::Topic', 'TopicName', 'a', undefined, 'Always'],
  ['AWS::SNS::Topic', 'TopicName', 'a', 'a', 'Never'],
  ['AWS::SNS::Topic', 'DisplayName', 'a', 'b', 'Never'],
  ['AWS::SNS::Topic', 'Unknown', 'a', 'b', 'Never'],
  ['X::Y::Z', 'Name', 'a', 'b', 'Never'],
  ['Custom::Thing', 'ServiceToken', 'a', 'b', 'Always'],
  ['Custom::Thing', 'Any', 'a', 'b', 'Never'],
  ['AWS::EC2::VPC', 'CidrBlock', '10.0.0.0/16', '10.1.0.0/16', 'Always'],
  ['AWS::EC2::VPC', 'EnableDnsSupport', true, false, 'Never'],
  ['AWS::EC2::Instance', 'Affinity', 'a', 'b', 'Conditionally'],
  ['AWS::EC2::Instance', 'Affinity', 'a', 'a', 'Never'],
])('%s.%s from %j to %j recreates: %s', (type, name, before, after, expected) => {
  expect(requiresRecreation(type, name, before, after)).toBe(expected);
});

test('inside a nested value, the strictest property that changed decides', () => {
  const volumes = (size: number, encrypted: boolean): Json => [
    { DeviceName: '/dev/xvda', Ebs: { VolumeSize: size, Encrypted: encrypted } },
  ];
  const change = (before: Json, after: Json) =>
    requiresRecreation('AWS::EC2::Instance', 'BlockDeviceMappings', before, after);
  expect(change(volumes(8, true), volumes(8, true))).toBe('Never');
  expect(change(volumes(8, true), volumes(16, true))).toBe('Conditionally');
});

test('a nested value that is added or removed as a whole counts as a change of what is in it', () => {
  const chunking: Json = { ChunkingConfiguration: { ChunkingStrategy: 'NONE' } };
  const change = (before: Json | undefined, after: Json | undefined) =>
    requiresRecreation('AWS::Bedrock::DataSource', 'VectorIngestionConfiguration', before, after);
  expect(change(undefined, chunking)).toBe('Always');
  expect(change(chunking, undefined)).toBe('Always');
  expect(change({}, { ContextEnrichmentConfiguration: { Type: 'BEDROCK_FOUNDATION_MODEL' } })).toBe('Never');
});
