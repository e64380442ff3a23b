import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import { CodedError } from '../../../lib/messages';
import type { GrantTarget } from '../identity/role-assignment';
import { ResourceMetrics } from '../observability/resource-metrics';

/** A resource that another program or team made: roles on it, and alerts on its metrics. */
export interface Imported<Grants> {
  /** Resource id. */
  readonly id: string;
  readonly name: string;
  readonly grants: Grants;
  readonly metrics: ResourceMetrics;
}

/** What is imported, and the roles that its construct grants. */
export interface Import<Grants> {
  /** ARM type, for example `Microsoft.KeyVault/vaults`. */
  readonly type: string;
  readonly id: string;
  readonly grantsOf: (target: GrantTarget) => Grants;
  /** Namespace of the metrics. @default - the type */
  readonly metricNamespace?: string;
}

/**
 * A resource by its id. Nothing is read and nothing of it is changed: role assignments and alerts are declared beside it.
 *
 * @param name - logical name of the component that holds them
 * @throws CodedError `InvalidProps` when the id is not one of that type
 */
export function importResource<Grants>(
  name: string,
  { type, id, grantsOf, metricNamespace = type }: Import<Grants>,
  opts: ComponentResourceOptions = {},
): Imported<Grants> {
  const { subscription, resourceGroupName, names } = partsOf(name, type, id);
  const component = new ComponentResource(
    `llmops-kit:azure:Imported:${type.split('/').at(-1) ?? type}`,
    name,
    {},
    opts,
  );
  const resourceName = names.at(-1) ?? '';
  const [namespace = '', ...types] = type.split('/');
  const scopeName = [namespace, ...types.map((segment, index) => `${segment}/${names[index] ?? ''}`)].join('/');
  return {
    id,
    name: resourceName,
    grants: grantsOf({ scope: id, scopeName, subscription, component }),
    metrics: new ResourceMetrics({ resourceName, resourceId: id, resourceGroupName, metricNamespace, component }),
  };
}

function partsOf(place: string, type: string, id: string) {
  const [namespace = '', ...types] = type.split('/');
  const path = types.map((segment) => `/${segment}/([^/]+)`).join('');
  const pattern = new RegExp(`^/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/${namespace}${path}$`, 'i');
  const [, subscription, resourceGroupName, ...names] = pattern.exec(id) ?? [];
  if (subscription === undefined || resourceGroupName === undefined) {
    throw new CodedError('InvalidProps', {
      place,
      message: 'this is no id of a resource of the type',
      got: id,
      expected: `/subscriptions/…/resourceGroups/…/providers/${[namespace, ...types.map((segment) => `${segment}/…`)].join('/')}`,
      fix: 'copy the resource id from the properties of the resource',
    });
  }
  return { subscription, resourceGroupName, names };
}
