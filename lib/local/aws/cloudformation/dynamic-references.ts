import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText, tryParseJson } from '../../../constraints/json';

const reference = /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^}]*)\}\}/g;

/** A dynamic reference without a value. */
export interface UnresolvedReference {
  readonly path: string;
  readonly text: string;
}

/** The values of dynamic references. */
export interface DynamicValues {
  /** @param version - of the parameter; @default - the latest */
  ssm(name: string, version: number | undefined): string | undefined;
  /** The secret string of a secret given by name or ARN, at a version or the label of one. @param version - @default AWSCURRENT */
  secret(id: string, version?: { readonly stage?: string; readonly id?: string }): string | undefined;
}

/** Resolves `{{resolve:…}}` inside properties. What has no value is left unchanged and reported. */
export function resolveDynamicReferences(
  properties: JsonObject,
  values: DynamicValues,
): { readonly properties: JsonObject; readonly unresolved: readonly UnresolvedReference[] } {
  if (!holdsReference(properties)) return { properties, unresolved: [] };
  const unresolved: UnresolvedReference[] = [];
  const walk = (value: Json, path: string): Json => {
    if (typeof value === 'string') {
      return value.includes('{{resolve:')
        ? value.replace(reference, (text, service: string, key: string) => {
            const found = lookUp(service, key, values);
            if (found === undefined) unresolved.push({ path, text });
            return found ?? text;
          })
        : value;
    }
    if (isList(value)) return value.map((element, index) => walk(element, `${path}/${index}`));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walk(child, `${path}/${key}`)]));
  };
  const entries = Object.entries(properties).map(([key, child]): [string, Json] => [key, walk(child, key)]);
  return { properties: Object.fromEntries(entries), unresolved };
}

function holdsReference(value: Json): boolean {
  if (typeof value === 'string') return value.includes('{{resolve:');
  if (isList(value)) return value.some(holdsReference);
  if (!isObject(value)) return false;
  for (const key in value) if (holdsReference(value[key] ?? null)) return true;
  return false;
}

function lookUp(service: string, key: string, values: DynamicValues): string | undefined {
  if (service !== 'secretsmanager') {
    const [, name = key, version] = /^(.*?)(?::(\d+))?$/.exec(key) ?? [];
    return values.ssm(name, version === undefined ? undefined : Number(version));
  }
  // secret-id:SecretString:json-key:version-stage:version-id, where the id may be an ARN full of colons
  const [, id = key, jsonKey, stage = '', versionId = ''] =
    /^(.+?)(?::SecretString(?::([^:]*)(?::([^:]*)(?::([^:]*))?)?)?)?$/.exec(key) ?? [];
  const secret = values.secret(id, {
    ...(stage === '' ? {} : { stage }),
    ...(versionId === '' ? {} : { id: versionId }),
  });
  if (secret === undefined || jsonKey === undefined || jsonKey === '') return secret;
  const parsed = tryParseJson(secret);
  return scalarText(isObject(parsed) ? parsed[jsonKey] : undefined);
}
