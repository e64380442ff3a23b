import type { ResourceNode } from '../graph';
import type { GraphIndex } from './graph-index';

/** Stateful types whose data expires anyway: the tier decides whether they are deleted with their stack. */
const expires: ReadonlySet<string> = new Set(['AWS::Logs::LogGroup']);

/** Whether a resource holds data and is deleted with its stack. */
export function isDeletable(node: ResourceNode): boolean {
  return node.stateful && !node.retained && !expires.has(node.type) && !isInstanceOfCluster(node);
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
