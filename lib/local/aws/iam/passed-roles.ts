import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import type { AccessRequest } from './context';
import { passRole } from './pass-role';

/** The roles that a resource carries. The service that a role is passed to is the one that its trust policy names. */
export function passedRoles(properties: JsonObject, { registry }: Cloud): readonly AccessRequest[] {
  const roles = new Set([...textsIn(properties)].filter((text) => /^arn:aws[\w-]*:iam::\d{12}:role\//.test(text)));
  return [...roles].map((arn) => {
    const role = registry.list('AWS::IAM::Role', arn.split(':')[4] ?? '').find((candidate) => candidate.arn === arn);
    const service = /"Service":\[?"([\w.-]+)"/.exec(JSON.stringify(role?.properties['AssumeRolePolicyDocument'] ?? {}));
    return passRole(arn, service?.[1]);
  });
}

/** Every text in a value. */
export function* textsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (isList(value)) for (const element of value) yield* textsIn(element);
  else if (isObject(value)) for (const element of Object.values(value)) yield* textsIn(element);
}
