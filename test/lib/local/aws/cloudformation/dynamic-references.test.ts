import type { DynamicValues } from '../../../../../lib/local/aws/cloudformation/dynamic-references';
import { resolveDynamicReferences } from '../../../../../lib/local/aws/cloudformation/dynamic-references';

const arn = 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:db-AbCdEf';
const secrets = new Map([
  ['db', '{"user":"u","port":5432,"tags":[]}'],
  [arn, '{"user":"by-arn"}'],
  ['text', 'plain'],
]);
const values: DynamicValues = {
  ssm: (name, version) => (name === '/p' && (version ?? 3) === 3 ? 'parameter' : undefined),
  secret: (id) => secrets.get(id),
};
const resolved = (text: string) => resolveDynamicReferences({ A: text }, values);

test.each([
  ['{{resolve:ssm:/p}}', 'parameter'],
  ['{{resolve:ssm:/p:3}}', 'parameter'],
  ['{{resolve:ssm-secure:/p}}', 'parameter'],
  ['{{resolve:secretsmanager:text}}', 'plain'],
  ['{{resolve:secretsmanager:text:SecretString}}', 'plain'],
  ['{{resolve:secretsmanager:text:SecretString:}}', 'plain'],
  ['{{resolve:secretsmanager:db:SecretString:user}}', 'u'],
  ['{{resolve:secretsmanager:db:SecretString:port}}', '5432'],
  ['{{resolve:secretsmanager:db:SecretString:user:AWSCURRENT}}', 'u'],
  [`{{resolve:secretsmanager:${arn}:SecretString:user::}}`, 'by-arn'],
  ['a-{{resolve:ssm:/p}}-{{resolve:secretsmanager:text}}', 'a-parameter-plain'],
  ['no reference', 'no reference'],
])('%s resolves to %s', (text, expected) => {
  expect(resolved(text)).toEqual({ properties: { A: expected }, unresolved: [] });
});

test.each([
  '{{resolve:ssm:/none}}',
  '{{resolve:ssm:/p:4}}',
  '{{resolve:secretsmanager:none}}',
  '{{resolve:secretsmanager:db:SecretString:none}}',
  '{{resolve:secretsmanager:db:SecretString:tags}}',
  '{{resolve:secretsmanager:text:SecretString:user}}',
])('%s has no value, is left unchanged and reported', (text) => {
  expect(resolved(text)).toEqual({ properties: { A: text }, unresolved: [{ path: 'A', text }] });
});

test('references are found at every depth, each with its path', () => {
  const none = '{{resolve:ssm:/none}}';
  const { properties, unresolved } = resolveDynamicReferences(
    { List: [1, { Deep: `x ${none}` }, null, true], Text: '{{resolve:ssm:/p}}', Other: none },
    values,
  );
  expect(properties).toEqual({ List: [1, { Deep: `x ${none}` }, null, true], Text: 'parameter', Other: none });
  expect(unresolved).toEqual([
    { path: 'List/1/Deep', text: none },
    { path: 'Other', text: none },
  ]);
});
