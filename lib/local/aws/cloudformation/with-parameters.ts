import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, own, scalarText } from '../../../constraints/json';
import { intrinsicName } from '../../../constraints/template/calls';
import type { StackParameter } from './parameters';

/**
 * A template with the values of its parameters in their place, for who judges it without them. What `NoEcho` hides stays a
 * parameter. Rules are left out: they are about the values, and the deployment has asked them.
 */
export function withParameters(template: JsonObject, parameters: readonly StackParameter[]): JsonObject {
  const values = new Map(parameters.filter(({ noEcho }) => !noEcho).map(({ key, effective }) => [key, effective]));
  if (values.size === 0) return template;
  const declared = own(template, 'Parameters');
  const left = Object.entries(isObject(declared) ? declared : {}).filter(([key]) => !values.has(key));
  const sections = Object.entries(template).filter(([name]) => name !== 'Parameters' && name !== 'Rules');
  return Object.fromEntries([
    ...sections.map(([name, section]) => [name, filled(section, values)] as const),
    ...(left.length === 0 ? [] : [['Parameters', Object.fromEntries(left)] as const]),
  ]);
}

type Values = ReadonlyMap<string, Json>;

function filled(value: Json, values: Values): Json {
  if (isList(value)) return value.map((element) => filled(element, values));
  if (!isObject(value)) return value;
  const name = intrinsicName(value);
  const argument = name === undefined ? undefined : own(value, name);
  if (name === 'Ref' && typeof argument === 'string') return values.get(argument) ?? value;
  if (name === 'Fn::Sub' && typeof argument === 'string') return { [name]: filledText(argument, values) };
  if (name === 'Fn::Sub' && isList(argument)) {
    const [text, variables, ...rest] = argument;
    const named = new Set(isObject(variables) ? Object.keys(variables) : []);
    const others = new Map([...values].filter(([key]) => !named.has(key)));
    return {
      [name]: [
        typeof text === 'string' ? filledText(text, others) : (text ?? ''),
        ...(variables === undefined ? [] : [filled(variables, values)]),
        ...rest,
      ],
    };
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, filled(child, values)]));
}

/** The text of a Fn::Sub. What a value has of its syntax is no variable. */
function filledText(text: string, values: Values): string {
  return text.replace(/\$\{\s*([A-Za-z0-9]+)\s*\}/g, (whole, key: string) => {
    const value = scalarText(values.get(key));
    return value === undefined ? whole : value.replaceAll('${', '${!');
  });
}
