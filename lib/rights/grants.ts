import { handlerPermissions } from '../constraints/iam/handlers/permissions';
import type { Operation } from '../constraints/iam/handlers/rows';
import { arnOfShape, isHandled, isTagging, ownShape, placesOf, shapesOf } from '../constraints/iam/handlers/rows';
import { serviceLinkedRole } from '../constraints/iam/handlers/service-linked-role';
import type { Json } from '../constraints/json';
import { isList, isObject } from '../constraints/json';
import { isCustomResource } from '../constraints/schema/special-types';
import { textPattern } from './name-pattern';
import type { RoleArns } from './passed-roles';
import { passedRoles, roleKey } from './passed-roles';
import { fill, resourceNames } from './resource-names';
import { secretsRead } from './secret-reads';
import type { RightsTarget, StackResource } from './stack-template';

/** A condition of a statement: operator, key, value. */
export type GrantCondition = readonly [operator: 'Bool' | 'StringEquals', key: string, value: string];

/** An action on resources that the stacks need. */
export interface Grant {
  readonly action: string;
  /** ARN patterns; `*` alone for an action that is granted on everything only. */
  readonly resources: readonly string[];
  readonly conditions: readonly GrantCondition[];
}

/** What keeps the rights of a resource from being narrowed. */
export interface Unnarrowed {
  readonly resource: StackResource;
  readonly because: 'type' | 'name' | 'role' | 'service-linked-role';
}

/** The rights that stacks need, and what could not be narrowed. */
export interface Grants {
  readonly grants: readonly Grant[];
  readonly unnarrowed: readonly Unnarrowed[];
}

const changing: readonly Operation[] = ['create', 'read', 'update'];

/** What CloudFormation needs to create, read, change and delete the resources, each action on what it is needed for. */
export function grantsOf(resources: readonly StackResource[], target: RightsTarget): Grants {
  const { byShape, unknown } = resourceNames(resources, target);
  const roles: RoleArns = new Map(
    resources
      .filter(({ type }) => type === 'AWS::IAM::Role')
      .map((role) => [roleKey(role), resourceNames([role], target).byShape.get('iam/role') ?? []]),
  );
  const found = resources.map((resource) => ofResource(resource, { resources, roles, byShape, target }));
  return {
    grants: found.flatMap(({ grants }) => grants),
    unnarrowed: [
      ...unknown.map((resource) => ({ resource, because: 'name' as const })),
      ...found.flatMap(({ unnarrowed }) => unnarrowed),
    ],
  };
}

interface Surroundings {
  readonly resources: readonly StackResource[];
  readonly roles: RoleArns;
  readonly byShape: ReadonlyMap<string, readonly string[]>;
  readonly target: RightsTarget;
}

function ofResource(resource: StackResource, around: Surroundings): Grants {
  const { type, properties, deleted } = resource;
  if (isCustomResource(type)) return invocation(resource, around.target);
  if (!isHandled(type)) return { grants: [], unnarrowed: [{ resource, because: 'type' }] };
  const operations = deleted ? [...changing, 'delete' as const] : changing;
  const actions = new Set(operations.flatMap((operation) => handlerPermissions({ type, properties }, operation) ?? []));
  const found = [...actions].map((action) => ofAction(action, resource, around));
  const secrets = secretsRead(resource, around.target);
  const reading: readonly Grant[] =
    secrets.length === 0 ? [] : [{ action: 'secretsmanager:GetSecretValue', resources: secrets, conditions: [] }];
  return {
    grants: [...found.flatMap(({ grants }) => grants), ...reading],
    unnarrowed: found.flatMap(({ unnarrowed }) => unnarrowed),
  };
}

/** A custom resource is a call of its function, or a message to its topic. */
function invocation(resource: StackResource, target: RightsTarget): Grants {
  const token = textPattern(resource.properties['ServiceToken'], target);
  const service = token?.split(':')[2];
  if (token === undefined || (service !== 'lambda' && service !== 'sns'))
    return { grants: [], unnarrowed: [{ resource, because: 'name' }] };
  const action = service === 'lambda' ? 'lambda:InvokeFunction' : 'sns:Publish';
  return { grants: [{ action, resources: [token], conditions: [] }], unnarrowed: [] };
}

function ofAction(action: string, resource: StackResource, around: Surroundings): Grants {
  if (action === 'iam:PassRole') return passing(resource, around);
  if (action === 'iam:CreateServiceLinkedRole') return linking(resource, around.target);
  return {
    grants: [
      {
        action,
        resources: resourcesFor(action, resource, around),
        conditions: conditionsFor(action, resource, around.target),
      },
    ],
    unnarrowed: [],
  };
}

/** Service-linked roles of other services, and roles of other services, cannot be passed with the statement. */
function passing(resource: StackResource, { resources, roles, target }: Surroundings): Grants {
  const passed = passedRoles(resource, resources, roles, target);
  if (passed === undefined) return { grants: [], unnarrowed: [{ resource, because: 'role' }] };
  return {
    grants: passed.map(({ arn, service }) => ({
      action: 'iam:PassRole',
      resources: [arn],
      conditions: [['StringEquals', 'iam:PassedToService', service]],
    })),
    unnarrowed: [],
  };
}

function linking(resource: StackResource, { partition, account }: RightsTarget): Grants {
  const role = serviceLinkedRole(resource.type, resource.properties);
  if (role === undefined) return { grants: [], unnarrowed: [{ resource, because: 'service-linked-role' }] };
  return {
    grants: [
      {
        action: 'iam:CreateServiceLinkedRole',
        resources: [`arn:${partition}:iam::${account}:role/aws-service-role/${role.service}/${role.name}`],
        conditions: [['StringEquals', 'iam:AWSServiceName', role.service]],
      },
    ],
    unnarrowed: [],
  };
}

function conditionsFor(
  action: string,
  { type, properties }: StackResource,
  target: RightsTarget,
): readonly GrantCondition[] {
  // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html, read 2026-11-30: services only, not people
  if (action === 'kms:CreateGrant') return [['Bool', 'kms:GrantIsForAWSResource', 'true']];
  if (type !== 'AWS::IAM::Role' || !['iam:CreateRole', 'iam:PutRolePermissionsBoundary'].includes(action)) return [];
  const boundary = textPattern(properties['PermissionsBoundary'], target);
  return boundary === undefined || boundary.includes('*')
    ? []
    : [['StringEquals', 'iam:PermissionsBoundary', boundary]];
}

/** `*` only where no resource of the action is known: the reference grants it on everything only, or on what no template has. */
function resourcesFor(
  action: string,
  resource: StackResource,
  { byShape, target, resources }: Surroundings,
): readonly string[] {
  const { type, properties } = resource;
  const shapes = shapesOf(action);
  if (shapes === 'other' || shapes.length === 0) return ['*'];
  const places = placesOf(type);
  const own = ownShape(type);
  const arns = shapes
    .filter((shape) => !isTagging(action) || places.includes(shape))
    .flatMap((shape) => {
      if (shape === own) return resourceNames([resource], target, resources).byShape.get(shape) ?? [];
      if (shape === 'kms/key') {
        const given = givenKeys(properties, target);
        if (given.length > 0) return given;
      }
      if (shape === 'ssm/document') return document(textPattern(properties['Name'], target), target);
      return byShape.get(shape) ?? (places.includes(shape) || shape === 'kms/key' ? anyOf(shape, target) : []);
    });
  return arns.length > 0 ? arns : shapes.flatMap((shape) => anyOf(shape, target));
}

/** Any resource of a shape in the account and region: of a thing that the environment is given. */
function anyOf(shape: string, target: RightsTarget): readonly string[] {
  const arn = arnOfShape(shape);
  return arn === undefined ? [] : [fill(arn, '*', target)];
}

/** The keys that a resource names in full: those that the environment is given. */
function givenKeys(value: Json, target: RightsTarget): readonly string[] {
  const text = isList(value) ? undefined : textPattern(value, target);
  if (text !== undefined) return /^arn:[\w-]+:kms:[\w-]+:\d+:key\/[\w-]+$/.test(text) ? [text] : [];
  if (isList(value)) return value.flatMap((element) => givenKeys(element, target));
  return isObject(value) ? Object.values(value).flatMap((element) => givenKeys(element, target)) : [];
}

/** A document of AWS has no account in its ARN. */
function document(name: string | undefined, { partition, region }: RightsTarget): readonly string[] {
  return name === undefined ? [] : [`arn:${partition}:ssm:${region}:*:document/${name}`];
}
