import { asList, asRecord, asText, isRecord } from '../json';
import type { ArmValue } from './arm-value';
import { Secret, Unknown } from './arm-value';
import { expandedCopies } from './copies';
import { evaluated } from './evaluate';
import type { Scope, UserFunction } from './scope';

/** Values of the parameters of a template: those of a parameters file or of the deployment around it. */
export type ParameterValues = ReadonlyMap<string, ArmValue>;

/** What a template shares with those around it. */
export interface ScopeContext {
  readonly values: ParameterValues;
  readonly budget: Scope['budget'];
  readonly deployment: Scope['deployment'];
}

/**
 * The scope of the expressions of one template. Parameters and variables are evaluated when they are asked for, each once; one
 * that needs itself is unknown.
 */
export function templateScope(template: Readonly<Record<string, unknown>>, context: ScopeContext): Scope {
  const parameters = withoutCase(asRecord(template['parameters']));
  const variables = withoutCase(expandedVariables(asRecord(template['variables'])));
  const functions = userFunctions(template['functions']);
  const cache = new Map<string, ArmValue>();
  const once = (key: string, compute: () => ArmValue): ArmValue => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    cache.set(key, new Unknown(`${key.replace(' ', "('")}')`));
    const value = compute();
    cache.set(key, value);
    return value;
  };
  const scope: Scope = {
    parameter: (name) => {
      const declared = parameters.get(name.toLowerCase());
      if (declared === undefined) return undefined;
      return once(`parameters ${declared.name}`, () => parameterValue(declared, context.values, scope));
    },
    variable: (name) => {
      const declared = variables.get(name.toLowerCase());
      if (declared === undefined) return undefined;
      return once(`variables ${declared.name}`, () => expandedCopies(declared.value, scope));
    },
    userFunction: (name) => functions.get(name),
    copies: new Map(),
    lambdas: new Map(),
    deployment: context.deployment,
    references: new Set(),
    budget: context.budget,
  };
  return scope;
}

interface Declared {
  readonly name: string;
  readonly value: unknown;
}

/** Names of templates are compared without case. */
function withoutCase(record: Readonly<Record<string, unknown>>): ReadonlyMap<string, Declared> {
  return new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), { name, value }]));
}

/** A parameter of a secure type is a secret, whether its value is known or not. */
function parameterValue({ name, value }: Declared, values: ParameterValues, scope: Scope): ArmValue {
  const declaration = asRecord(value);
  const given = values.get(name.toLowerCase());
  if (/^secure/i.test(asText(declaration['type']) ?? '')) {
    // An empty one is no secret: templates ask for it in conditions.
    return (given ?? declaration['defaultValue']) === '' ? '' : new Secret();
  }
  if (given !== undefined) return given;
  return declaration['defaultValue'] === undefined
    ? declaration['nullable'] === true
      ? null
      : new Unknown(`parameters('${name}')`)
    : evaluated(declaration['defaultValue'], scope);
}

/** `variables.copy` declares one variable for each of its loops: `$loop` marks that it is the list itself. */
function expandedVariables(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { copy, ...rest } = variables;
  const loops = asList(copy).flatMap((loop) => {
    const name = isRecord(loop) ? asText(loop['name']) : undefined;
    return name === undefined ? [] : [[name, { copy: [loop] }] as const];
  });
  return { ...rest, ...Object.fromEntries(loops.map(([name, value]) => [name, { $loop: name, ...value }])) };
}

function userFunctions(functions: unknown): ReadonlyMap<string, UserFunction> {
  return new Map(
    asList(functions).flatMap((space) => {
      const { namespace, members } = asRecord(space);
      return Object.entries(asRecord(members)).map(([name, member]): [string, UserFunction] => [
        `${asText(namespace) ?? ''}.${name}`.toLowerCase(),
        {
          parameters: asList(asRecord(member)['parameters']).map(
            (parameter) => asText(asRecord(parameter)['name']) ?? '',
          ),
          output: asRecord(asRecord(member)['output'])['value'],
        },
      ]);
    }),
  );
}
