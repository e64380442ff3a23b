import { handlerPermissions } from '../../../constraints/iam/handlers/permissions';
import { arnOfShape, isTagging, ownShape, placesOf, shapesOf } from '../../../constraints/iam/handlers/rows';
import { serviceLinkedRole } from '../../../constraints/iam/handlers/service-linked-role';
import type { Cloud } from '../state/cloud';
import type { ExistingResource, Registry } from '../state/registry';
import type { AccessRequest } from './context';
import type { HandlerOperation } from './handler-actions';
import { passedRoles, textsIn } from './passed-roles';
import { patternMatcher } from './pattern';

type Context = NonNullable<AccessRequest['context']>;

/**
 * Everything that the handlers of a type need for an operation on a resource as it is declared: each action on the resource
 * itself and on those that its properties name, as the shapes of the action say; undefined for a type whose handlers are not
 * known.
 */
export function completeRequests(
  resource: ExistingResource,
  operation: HandlerOperation,
  cloud: Cloud,
  context: Context,
): readonly AccessRequest[] | undefined {
  const actions = handlerPermissions(resource, operation);
  return actions?.flatMap((action) => {
    if (action === 'iam:PassRole') return passedRoles(resource.properties, cloud);
    if (action === 'iam:CreateServiceLinkedRole') return linkedRole(resource);
    const more: Context = action === 'kms:CreateGrant' ? { 'kms:GrantIsForAWSResource': 'true' } : {};
    return targets(action, resource, cloud).map((arn) => ({ action, resource: arn, context: { ...context, ...more } }));
  });
}

function linkedRole({ type, properties, account, arn }: ExistingResource): readonly AccessRequest[] {
  const role = serviceLinkedRole(type, properties);
  if (role === undefined) return [];
  const partition = arn.split(':')[1] ?? 'aws';
  return [
    {
      action: 'iam:CreateServiceLinkedRole',
      resource: `arn:${partition}:iam::${account}:role/aws-service-role/${role.service}/${role.name}`,
      context: { 'iam:AWSServiceName': role.service },
    },
  ];
}

/** The ARNs that an action is asked on; `*` for an action without resources. */
function targets(action: string, resource: ExistingResource, { registry }: Cloud): readonly string[] {
  const { type, arn, account, properties } = resource;
  const all = shapesOf(action);
  if (all === 'other' || all.length === 0) return ['*'];
  const own = ownShape(type);
  const places = placesOf(type);
  const asked = isTagging(action) ? all.filter((shape) => places.includes(shape)) : all;
  // A policy names what it is about, not what the resource is made of.
  const parts = Object.entries(properties).filter(([name]) => !/Polic(?:y|ies)(?:Document|Text)?$/.test(name));
  const named = new Set([...textsIn(Object.fromEntries(parts)), ...scaled(resource, registry)]);
  const known = [...new Set([...named, ...registry.named(account, named).map((other) => other.arn)])];
  return [
    ...new Set(
      asked.flatMap((shape) => {
        const fits = patternMatcher((arnOfShape(shape) ?? '').replace(/\$\{[^}]*\}/g, '*'), { variables: false });
        if (shape === own && fits(arn, new Map())) return [arn];
        return known.filter((text) => fits(text, new Map()));
      }),
    ),
  ];
}

/** The endpoint that is scaled: `endpoint/NAME/variant/NAME`. */
function scaled({ account, properties: { ResourceId: id } }: ExistingResource, registry: Registry): readonly string[] {
  const name = typeof id === 'string' && id.startsWith('endpoint/') ? id.split('/')[1] : undefined;
  if (name === undefined) return [];
  return registry
    .list('AWS::SageMaker::Endpoint', account)
    .flatMap(({ arn }) => (arn.endsWith(`/${name}`) ? [arn] : []));
}
