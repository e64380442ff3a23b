import type { JsonObject } from '../constraints/json';
import { isObject } from '../constraints/json';

/** Account and region that stacks are deployed to. */
export interface RightsTarget {
  /** Such as `aws`. */
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** A stack of the environment. */
export interface RightsStack {
  /** Name in CloudFormation. */
  readonly name: string;
  readonly template: JsonObject;
}

/** A resource of one of the stacks. */
export interface StackResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  /** Whether CloudFormation ever deletes it: not where both policies retain it. */
  readonly deleted: boolean;
}

/** Resources that no service is called for. */
const silent: ReadonlySet<string> = new Set(['AWS::CDK::Metadata', 'AWS::CloudFormation::WaitConditionHandle']);

/** The resources of the stacks, in their order. */
export function resourcesOf(stacks: readonly RightsStack[]): readonly StackResource[] {
  return stacks.flatMap(({ name, template }) =>
    entriesOf(template['Resources']).flatMap(([logicalId, resource]) => {
      const {
        Type: type,
        Properties: properties = {},
        DeletionPolicy: onDelete,
        UpdateReplacePolicy: onReplace,
      } = resource;
      if (typeof type !== 'string' || silent.has(type)) return [];
      return [
        {
          stack: name,
          logicalId,
          type,
          properties: isObject(properties) ? properties : {},
          deleted: onDelete !== 'Retain' || onReplace !== 'Retain',
        },
      ];
    }),
  );
}

/** The SSM parameters that the stacks read as parameters of their templates. */
export function readParameters(stacks: readonly RightsStack[]): readonly string[] {
  const names = stacks.flatMap(({ template }) =>
    entriesOf(template['Parameters']).flatMap(([, { Type: type, Default: name }]) =>
      typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::') && typeof name === 'string' ? [name] : [],
    ),
  );
  return [...new Set(names)].sort();
}

function entriesOf(value: JsonObject[string] | undefined): readonly (readonly [string, JsonObject])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (isObject(one) ? [[key, one] as const] : []));
}
