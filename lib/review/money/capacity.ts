import type { PropertyValue, ResourceNode } from '../../graph';
import type { Billing, BillingReader } from './billing';
import { inBlock, instancesOf } from './billing';

/** Compute units that a collection of OpenSearch Serverless has at least, by whether it has standby replicas. */
const leastUnits = { standby: 2, single: 1 };

/** A collection has half a unit for indexing and half a unit for search at least, twice with standby replicas. */
export function collectionUnits(standby: PropertyValue | undefined): Billing {
  const { single, standby: twice } = leastUnits;
  return instancesOf('opensearch-serverless', 'OCU', standby === 'DISABLED' ? single : twice);
}

/** An index of Kendra is one base unit of its edition. */
export function kendraIndex(edition: PropertyValue | undefined): Billing {
  return instancesOf('kendra', edition ?? 'ENTERPRISE_EDITION', 1);
}

/** Nodes of a domain; masters, warm nodes and storage are not in it. */
export function searchDomain(instanceType: PropertyValue | undefined, count: PropertyValue | undefined): Billing {
  return instancesOf('opensearch', instanceType, count ?? 1);
}

/** Search units: replicas times partitions. */
export function searchUnits(
  tier: PropertyValue | undefined,
  replicas: PropertyValue | undefined,
  partitions: PropertyValue | undefined,
): Billing {
  if (tier === 'free') return { kind: 'included' };
  const [units, each] = [replicas ?? 1, partitions ?? 1];
  return instancesOf(
    'azure-search',
    typeof tier === 'string' ? tier.toLowerCase() : tier,
    typeof units === 'number' && typeof each === 'number' ? units * each : units,
  );
}

/** Memory units of a graph, once for the graph and once for each replica. */
export const graphUnits: BillingReader = ({ properties: { ProvisionedMemory: memory, ReplicaCount: replicas } }) =>
  instancesOf(
    'neptune-analytics',
    'm-NCU',
    typeof memory === 'number' ? memory * (1 + (typeof replicas === 'number' ? replicas : 1)) : memory,
  );

/** A notebook instance, with an accelerator or without. */
export const notebook: BillingReader = ({ properties }) =>
  instancesOf('sagemaker-notebook', properties.InstanceType ?? properties.instance_type, 1);

/** A domain as Terraform writes it. */
export const terraformDomain: BillingReader = (node: ResourceNode) =>
  searchDomain(inBlock(node, 'cluster_config', 'instance_type'), inBlock(node, 'cluster_config', 'instance_count'));

/** Accounts whose kind is billed by what it reads or says; those of model deployments are billed with them. */
export function accountOf(kind: PropertyValue | undefined): Billing {
  if (kind === undefined || typeof kind !== 'string' || /^(OpenAI|AIServices|CognitiveServices)$/.test(kind)) {
    return { kind: 'included' };
  }
  if (kind === 'TextTranslation') return { kind: 'use', use: { service: 'azure-translator' } };
  if (kind === 'FormRecognizer') return { kind: 'use', use: { service: 'azure-document-intelligence' } };
  return { kind: 'unknown', reason: `${kind} is billed by use, and the catalogue has no price of it` };
}
