import type { ResourceNode } from '../graph';
import type { GraphIndex } from './graph-index';
import { valueAt } from './policy';

/** Stateful types whose data expires anyway: the tier decides whether they are deleted with their stack. */
const expires: ReadonlySet<string> = new Set(['AWS::Logs::LogGroup']);

/** Whether a resource holds data and is deleted with its stack, as far as its declaration can say it. */
export function isDeletable(node: ResourceNode): boolean {
  return (
    node.stateful &&
    !node.retained &&
    saysRetention(node) &&
    !expires.has(node.type) &&
    !isInstanceOfCluster(node) &&
    !isWithoutData(node)
  );
}

/**
 * Whether the format of a declaration has a word for retention: CloudFormation, Pulumi, and the volumes of Kubernetes. A
 * deployment of Resource Manager deletes nothing that it no longer declares, and the plans of Terraform leave
 * `prevent_destroy` out: of these it is unknown.
 */
function saysRetention({ type, address, cloud }: ResourceNode): boolean {
  if (type.startsWith('AWS::') || address.startsWith('urn:pulumi:')) return true;
  return cloud === 'kubernetes' && type !== 'v1/Namespace';
}

/** A knowledge base over an index of Kendra or a database keeps no vectors: what it answers from is elsewhere. */
function isWithoutData({ type, properties }: ResourceNode): boolean {
  const kind = valueAt(properties.KnowledgeBaseConfiguration, 'Type');
  return type === 'AWS::Bedrock::KnowledgeBase' && (kind === 'KENDRA' || kind === 'SQL');
}

/** Environment and cloud of everything that is retained and holds data. */
export function retaining({ nodes }: GraphIndex): ReadonlySet<string> {
  const kept = nodes.filter(({ stateful, retained }) => stateful && retained);
  return new Set(kept.map(({ environment, cloud }) => `${environment} ${cloud}`));
}

/** The data of an Aurora instance is that of its cluster. */
function isInstanceOfCluster({ type, properties }: ResourceNode): boolean {
  return type === 'AWS::RDS::DBInstance' && properties.DBClusterIdentifier !== undefined;
}
