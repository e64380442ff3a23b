import type { PropertyValue } from '../../../../../lib/graph';
import { buildCredentials } from '../../../../../lib/review/rules/ci/build-credentials';
import { judged } from '../../../../helpers/judged';

const project = (variable: Record<string, PropertyValue>, Location: PropertyValue = 'https://github.com/a/b') => ({
  Environment: { EnvironmentVariables: [variable] },
  Source: { Location },
});

test.each<[string, ReturnType<typeof project>, readonly string[]]>([
  ['a plain setting', project({ Name: 'REGION', Value: 'eu-central-1' }), []],
  ['a secret by reference', project({ Name: 'API_KEY', Type: 'SECRETS_MANAGER', Value: 'name:key' }), []],
  [
    'a plain secret',
    project({ Name: 'API_KEY', Value: 'x' }),
    ['Environment.EnvironmentVariables.0.Value: API_KEY is in clear text'],
  ],
  [
    'a plain key of AWS',
    project({ Name: 'AWS_ACCESS_KEY_ID', Type: 'PLAINTEXT', Value: 'x' }),
    ['Environment.EnvironmentVariables.0.Value: AWS_ACCESS_KEY_ID is in clear text'],
  ],
  ['a secret that is not known', project({ Name: 'API_KEY', Value: { Ref: 'Key' } }), []],
  [
    'an address with credentials',
    project({ Name: 'A', Value: 'b' }, 'https://user:word@example.com/a'),
    ['Source.Location: the address has credentials'],
  ],
  ['an address that is not known', project({ Name: 'A', Value: 'b' }, { Ref: 'Address' }), []],
])('a build with %s', (_name, properties, expected) => {
  expect(judged(buildCredentials, 'AWS::CodeBuild::Project', properties)).toEqual(expected);
});
