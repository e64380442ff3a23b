import type { ArmValue } from './arm-value';
import { Unknown, unknownCall, written } from './arm-value';
import type { SpecialFunction } from './lambda-functions';
import { resourceKey } from './scope';

/** Arguments before the type: a subscription, a resource group, a scope. */
const idFunctions = [
  'resourceId',
  'subscriptionResourceId',
  'tenantResourceId',
  'extensionResourceId',
  'managementGroupResourceId',
];

/** Functions that name a resource: they collect what they refer to, by their name in lower case. */
export const referenceFunctions: ReadonlyMap<string, SpecialFunction> = new Map<string, SpecialFunction>([
  ...idFunctions.map((name): [string, SpecialFunction] => [name.toLowerCase(), id]),
  ['reference', reference],
  ['resourceinfo', info],
]);

/** An id of a resource: its subscription is not known, so that it is kept as a call with known arguments. */
function id(...[{ name, args }, scope, evaluate]: Parameters<SpecialFunction>): ArmValue {
  const values = args.map((argument) => evaluate(argument, scope));
  const at = values.findIndex((value) => typeof value === 'string' && /^[A-Za-z]\w*\.[\w.]+\/\S+$/.test(value));
  const type = values[at];
  const key = typeof type === 'string' ? resourceKey(type, values.slice(at + 1).map(nameOf)) : undefined;
  if (key !== undefined) scope.references.add(key);
  return unknownCall(name, values, key);
}

/** Properties of a resource at run time, or outputs of a deployment of this template. */
function reference(...[{ name, args }, scope, evaluate]: Parameters<SpecialFunction>): ArmValue {
  const values = args.map((argument) => evaluate(argument, scope));
  const [target] = values;
  const key =
    typeof target === 'string' ? target.toLowerCase() : target instanceof Unknown ? target.resource : undefined;
  if (key !== undefined) scope.references.add(key);
  const outputs = key === undefined ? undefined : scope.deployment(key);
  return outputs === undefined ? unknownCall(name, values) : { outputs };
}

function info(...[{ name, args }, scope, evaluate]: Parameters<SpecialFunction>): ArmValue {
  const values = args.map((argument) => evaluate(argument, scope));
  if (typeof values[0] === 'string') scope.references.add(values[0].toLowerCase());
  return unknownCall(name, values);
}

function nameOf(value: ArmValue): string {
  return typeof value === 'string' ? value : written(value);
}
