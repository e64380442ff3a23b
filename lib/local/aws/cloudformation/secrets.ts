import type { JsonObject } from '../../../constraints/json';
import { isObject, scalarText, tryParseJson } from '../../../constraints/json';
import type { Ids } from '../ids';

/** Kinds of characters, and the setting that leaves a kind out. Source: CloudFormation reference, GenerateSecretString (read 2026-12-01). */
const kinds = [
  ['ExcludeLowercase', 'abcdefghijklmnopqrstuvwxyz'],
  ['ExcludeUppercase', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['ExcludeNumbers', '0123456789'],
  ['ExcludePunctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
] as const;

/**
 * The secret string of an `AWS::SecretsManager::Secret`: given, or generated from the seed (never a real secret).
 * @returns undefined for a secret without a value
 */
export function secretString(id: string, properties: JsonObject, ids: Ids): string | undefined {
  const given = scalarText(properties['SecretString']);
  if (given !== undefined) return given;
  const settings = properties['GenerateSecretString'];
  if (!isObject(settings)) return undefined;
  const password = passwordOf(id, settings, ids);
  const key = scalarText(settings['GenerateStringKey']);
  if (key === undefined) return password;
  const template = tryParseJson(scalarText(settings['SecretStringTemplate']) ?? '{}');
  return JSON.stringify({ ...(isObject(template) ? template : {}), [key]: password });
}

/** One character of each kind first, unless the settings ask for none, then any. */
function passwordOf(id: string, settings: JsonObject, ids: Ids): string {
  const excluded = scalarText(settings['ExcludeCharacters']) ?? '';
  const on = (setting: string): boolean => scalarText(settings[setting]) === 'true';
  const alphabets = [
    ...kinds.filter(([setting]) => !on(setting)).map(([, characters]) => characters),
    ...(on('IncludeSpace') ? [' '] : []),
  ]
    .map((characters) => Array.from(characters).filter((character) => !excluded.includes(character)))
    .filter((characters) => characters.length > 0);
  const all = alphabets.flat();
  const length = Number(scalarText(settings['PasswordLength']) ?? '32');
  const each = scalarText(settings['RequireEachIncludedType']) !== 'false';
  const digits = ids.hex(`secret|${id}`, length * 4);
  return Array.from({ length }, (_none, at) => {
    const alphabet = (each ? alphabets[at] : undefined) ?? all;
    return alphabet[Number.parseInt(digits.slice(at * 4, at * 4 + 4), 16) % alphabet.length] ?? '';
  }).join('');
}
