import type { Breach, TemplateConstraint } from '../constraint';
import type { JsonObject } from '../json';
import { own } from '../json';
import { breach, resourcesOf } from './sections';

/** Types whose content CloudFormation saves as a snapshot before it deletes them. */
const snapshotTypes: ReadonlySet<string> = new Set([
  'AWS::DocDB::DBCluster',
  'AWS::EC2::Volume',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
]);

const policies = {
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'],
  UpdateReplacePolicy: ['Delete', 'Retain', 'Snapshot'],
} as const;

/** DeletionPolicy and UpdateReplacePolicy are known, and Snapshot stands only where there is a snapshot. */
export const deletionPolicies: TemplateConstraint = {
  id: 'template-deletion-policy',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    asOf: '2026-11-30',
  },
  check: (template) => resourcesOf(template).flatMap(([id, resource]) => policyBreaches(id, resource)),
};

function policyBreaches(id: string, resource: JsonObject): readonly Breach[] {
  return Object.entries(policies).flatMap(([key, allowed]) => {
    const policy = own(resource, key);
    if (typeof policy !== 'string') return [];
    const problem = policyProblem(id, key, policy, own(resource, 'Type'));
    return problem === undefined
      ? []
      : [breach(`/Resources/${id}/${key}`, problem, `use one of ${allowed.join(', ')}`)];
  });
}

/**
 * Why a resource cannot have a policy; undefined when it can.
 * @param key - `DeletionPolicy` or `UpdateReplacePolicy`
 */
export function policyProblem(id: string, key: string, policy: string, type: unknown): string | undefined {
  const allowed: readonly string[] =
    key === 'UpdateReplacePolicy' ? policies.UpdateReplacePolicy : policies.DeletionPolicy;
  if (!allowed.includes(policy)) {
    return `Template error: ${key} of resource ${id} has the unknown value "${policy}": one of ${allowed.join(', ')}`;
  }
  if (policy !== 'Snapshot' || typeof type !== 'string' || snapshotTypes.has(type)) return undefined;
  const words = key === 'DeletionPolicy' ? 'deletion policy' : 'update replace policy';
  return `Template error: resource type ${type} does not support ${words} Snapshot (resource ${id})`;
}
