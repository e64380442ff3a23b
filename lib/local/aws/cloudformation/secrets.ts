import type { JsonObject } from '../../../constraints/json';
import { isObject, scalarText, tryParseJson } from '../../../constraints/json';
import type { Ids } from '../ids';

/** The secret string of an `AWS::SecretsManager::Secret`: given, or generated from the seed (never a real secret). */
export function secretString(id: string, properties: JsonObject, ids: Ids): string {
  const given = scalarText(properties['SecretString']);
  if (given !== undefined) return given;
  const generate = properties['GenerateSecretString'];
  const settings = isObject(generate) ? generate : {};
  const length = Number(scalarText(settings['PasswordLength']) ?? '32');
  const password = ids.lower(`secret|${id}`, length);
  const key = scalarText(settings['GenerateStringKey']);
  if (key === undefined) return password;
  const template = tryParseJson(scalarText(settings['SecretStringTemplate']) ?? '{}');
  return JSON.stringify({ ...(isObject(template) ? template : {}), [key]: password });
}
