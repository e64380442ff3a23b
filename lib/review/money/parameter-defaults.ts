import type { PropertyValue, ResourceNode } from '../../graph';
import { isMap } from '../policy';

/** Defaults of the parameters of a template, by name. */
export type ParameterDefaults = Readonly<Record<string, string | number>>;

/** The defaults of the template that declares a resource. @returns undefined where the template is not known */
export type DefaultsOf = (node: Pick<ResourceNode, 'environment' | 'stack'>) => ParameterDefaults | undefined;

/** The defaults of a CloudFormation template; those that name a value elsewhere, such as in SSM, are left out. */
export function defaultsIn(parameters: Readonly<Record<string, unknown>>): ParameterDefaults {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, declared]): [string, string | number][] => {
      if (typeof declared !== 'object' || declared === null || !('Default' in declared)) return [];
      const { Default: value } = declared;
      const elsewhere = 'Type' in declared && String(declared.Type).startsWith('AWS::SSM::');
      return !elsewhere && (typeof value === 'string' || typeof value === 'number') ? [[name, value]] : [];
    }),
  );
}

/** Properties with the default of each parameter that they refer to. */
export function withDefaults(
  properties: ResourceNode['properties'],
  defaults: ParameterDefaults,
): ResourceNode['properties'] {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, filled(value, defaults)]));
}

function filled(value: PropertyValue, defaults: ParameterDefaults): PropertyValue {
  if (Array.isArray(value)) return value.map((item: PropertyValue) => filled(item, defaults));
  if (!isMap(value)) return value;
  const { Ref: name, ...others } = value;
  if (typeof name === 'string' && Object.keys(others).length === 0) return ofParameter(name, defaults) ?? value;
  return withDefaults(value, defaults);
}

function ofParameter(name: string, defaults: ParameterDefaults): string | number | undefined {
  return Object.hasOwn(defaults, name) ? defaults[name] : undefined;
}
