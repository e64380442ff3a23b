import type { JsonObject } from '../../../../../lib/constraints/json';
import { secretString } from '../../../../../lib/local/aws/cloudformation/secrets';
import { Ids } from '../../../../../lib/local/aws/ids';

const secret = (properties: JsonObject, id = 'db') => secretString(id, properties, new Ids('seed'));

test('a given string wins, a generated one has 32 characters unless the template says otherwise, and none has no value', () => {
  expect(secret({ SecretString: 'given', GenerateSecretString: {} })).toBe('given');
  expect(secret({})).toBeUndefined();
  expect(secret({ GenerateSecretString: {} })).toHaveLength(32);
  expect(secret({ GenerateSecretString: { PasswordLength: 12, ExcludePunctuation: true } })).toMatch(
    /^[A-Za-z0-9]{12}$/,
  );
});

test('a generated string has each kind of characters that is not excluded', () => {
  const of = (settings: JsonObject) => secret({ GenerateSecretString: settings }) ?? '';
  for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(of({ PasswordLength: 4 })).toMatch(kind);
  expect(of({ ExcludeUppercase: true, ExcludeNumbers: true, ExcludePunctuation: true })).toMatch(/^[a-z]{32}$/);
  expect(of({ ExcludeCharacters: 'abc', PasswordLength: 500 })).not.toMatch(/[abc]/);
});

test('a generated string depends on the secret, and is the same in every run', () => {
  const generated = { GenerateSecretString: {} };
  expect(secret(generated)).toBe(secret(generated));
  expect(secret(generated, 'other')).not.toBe(secret(generated));
});

test('a key puts the generated string into the template', () => {
  const generate = (more: JsonObject) =>
    JSON.parse(
      secret({ GenerateSecretString: { PasswordLength: 8, ExcludePunctuation: true, ...more } }) ?? '',
    ) as unknown;
  const password = expect.stringMatching(/^[A-Za-z0-9]{8}$/) as unknown;
  expect(generate({ GenerateStringKey: 'password' })).toEqual({ password });
  expect(generate({ GenerateStringKey: 'password', SecretStringTemplate: '{"user":"u"}' })).toEqual({
    user: 'u',
    password,
  });
  expect(generate({ GenerateStringKey: 'password', SecretStringTemplate: 'broken' })).toEqual({ password });
});
