import type { Json } from '../../../constraints/json';
import { isList, isObject } from '../../../constraints/json';
import { validationError } from '../errors';
import { attributeReference, intrinsicName } from './intrinsics';
import { placeholders } from './substitute';

/** One reference to a parameter or resource in a template. */
export interface Reference {
  readonly target: string;
  /** The attribute of a GetAtt; undefined for a Ref. */
  readonly attribute: string | undefined;
  readonly path: string;
}

/**
 * Every Ref, GetAtt and Sub inside a value, in reading order.
 * @param taken the value of a condition: only the branch that an Fn::If takes is read; @default - both branches are read
 */
export function references(value: Json, path: string, taken?: (condition: string) => boolean): readonly Reference[] {
  if (isList(value)) return value.flatMap((element, index) => references(element, `${path}/${index}`, taken));
  if (!isObject(value)) return [];
  const name = intrinsicName(value);
  const argument = name === undefined ? undefined : value[name];
  if (name === 'Ref' && typeof argument === 'string') return [{ target: argument, attribute: undefined, path }];
  if (name === 'Fn::GetAtt') {
    const [target, attribute] = attributeReference(argument ?? null) ?? [];
    if (target === undefined || attribute === undefined) {
      throw validationError(
        `Template error: Fn::GetAtt at ${path} is malformed: expected a logical id and an attribute name`,
      );
    }
    return [{ target, attribute, path }];
  }
  if (name === 'Fn::Sub') {
    const [template, variables] = isList(argument) ? argument : [argument, {}];
    const local = isObject(variables) ? variables : {};
    const direct = (typeof template === 'string' ? placeholders(template) : [])
      .filter((placeholder) => local[placeholder] === undefined)
      .map((placeholder) => placeholderReference(placeholder, path));
    return [...direct, ...references(local, path, taken)];
  }
  if (name === 'Fn::If' && taken !== undefined && isList(argument) && typeof argument[0] === 'string') {
    return references((taken(argument[0]) ? argument[1] : argument[2]) ?? null, path, taken);
  }
  return Object.entries(value).flatMap(([key, child]) => references(child, `${path}/${key}`, taken));
}

function placeholderReference(placeholder: string, path: string): Reference {
  const dot = placeholder.indexOf('.');
  return dot > 0 && !placeholder.startsWith('AWS::')
    ? { target: placeholder.slice(0, dot), attribute: placeholder.slice(dot + 1), path }
    : { target: placeholder, attribute: undefined, path };
}
