import type { JsonObject } from '../../../../../lib/constraints/json';
import { secretString } from '../../../../../lib/local/aws/cloudformation/secrets';
import { Ids } from '../../../../../lib/local/aws/ids';

const secret = (properties: JsonObject, id = 'db') => secretString(id, properties, new Ids('seed'));

test('a given string wins, and a generated one has 32 characters unless the template says otherwise', () => {
  expect(secret({ SecretString: 'given', GenerateSecretString: {} })).toBe('given');
  expect(secret({})).toMatch(/^[a-z0-9]{32}$/);
  expect(secret({ GenerateSecretString: {} })).toMatch(/^[a-z0-9]{32}$/);
  expect(secret({ GenerateSecretString: { PasswordLength: 12 } })).toMatch(/^[a-z0-9]{12}$/);
});

test('a generated string depends on the secret, and is the same in every run', () => {
  expect(secret({})).toBe(secret({}));
  expect(secret({}, 'other')).not.toBe(secret({}));
});

test('a key puts the generated string into the template', () => {
  const generate = (more: JsonObject) =>
    JSON.parse(secret({ GenerateSecretString: { PasswordLength: 8, ...more } })) as unknown;
  const password = expect.stringMatching(/^[a-z0-9]{8}$/) as unknown;
  expect(generate({ GenerateStringKey: 'password' })).toEqual({ password });
  expect(generate({ GenerateStringKey: 'password', SecretStringTemplate: '{"user":"u"}' })).toEqual({
    user: 'u',
    password,
  });
  expect(generate({ GenerateStringKey: 'password', SecretStringTemplate: 'broken' })).toEqual({ password });
});
