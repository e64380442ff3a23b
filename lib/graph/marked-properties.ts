import type { ResourceNode } from './resource-graph';

/** The properties of a node, with the paths of what is unknown and what is secret. */
export type MarkedProperties = Pick<ResourceNode, 'properties' | 'unknown' | 'secret'>;
