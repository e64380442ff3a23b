import type { Json } from '../json';
import { isList, isObject, own } from '../json';
import { attributeReference, holdsCalls, intrinsicName } from './calls';
import { placeholders } from './substitute';

/** One reference to a parameter or resource in a template. */
export interface Reference {
  readonly target: string;
  /** The attribute of a GetAtt; undefined for a Ref. */
  readonly attribute: string | undefined;
  readonly path: string;
}

/**
 * Every Ref, GetAtt and Sub inside a value, in reading order. A GetAtt whose attribute is a function refers to its resource.
 * @param taken the value of a condition: only the branch that an Fn::If takes is read, and no branch where it is undefined;
 * @default - both branches are read
 */
export function references(
  value: Json,
  path: string,
  taken?: (condition: string) => boolean | undefined,
): readonly Reference[] {
  return holdsCalls(value) ? read(value, path, taken) : [];
}

function read(value: Json, path: string, taken?: (condition: string) => boolean | undefined): readonly Reference[] {
  if (isList(value)) return value.flatMap((element, index) => read(element, `${path}/${index}`, taken));
  if (!isObject(value)) return [];
  const name = intrinsicName(value);
  const argument = name === undefined ? undefined : value[name];
  if (name === 'Ref' && typeof argument === 'string') return [{ target: argument, attribute: undefined, path }];
  if (name === 'Fn::GetAtt') {
    const [target, attribute] = attributeReference(argument ?? null) ?? [];
    if (target !== undefined && attribute !== undefined) return [{ target, attribute, path }];
    // The logical id is text in any case; only the attribute may be a function.
    const [logicalId] = isList(argument) ? argument : [];
    const inner = read(argument ?? null, `${path}/Fn::GetAtt`, taken);
    return typeof logicalId === 'string' ? [{ target: logicalId, attribute: undefined, path }, ...inner] : inner;
  }
  if (name === 'Fn::Sub') {
    const [template, variables] = isList(argument) ? argument : [argument, {}];
    const local = isObject(variables) ? variables : {};
    const direct = (typeof template === 'string' ? placeholders(template) : [])
      .filter((placeholder) => own(local, placeholder) === undefined)
      .map((placeholder) => placeholderReference(placeholder, path));
    return [...direct, ...read(local, path, taken)];
  }
  if (name === 'Fn::If' && taken !== undefined && isList(argument) && typeof argument[0] === 'string') {
    const holds = taken(argument[0]);
    return holds === undefined ? [] : read((holds ? argument[1] : argument[2]) ?? null, path, taken);
  }
  return Object.entries(value).flatMap(([key, child]) => read(child, `${path}/${key}`, taken));
}

function placeholderReference(placeholder: string, path: string): Reference {
  const dot = placeholder.indexOf('.');
  return dot > 0 && !placeholder.startsWith('AWS::')
    ? { target: placeholder.slice(0, dot), attribute: placeholder.slice(dot + 1), path }
    : { target: placeholder, attribute: undefined, path };
}
