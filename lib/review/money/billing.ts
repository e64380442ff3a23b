import type { PropertyValue, ResourceNode } from '../../graph';
import { isList, listOf, valueAt } from '../policy';

/** Who sells the hours of an instance type, an edition, a tier or a unit of capacity. */
export type HourlyService =
  | 'sagemaker'
  | 'ec2'
  | 'azure-ml'
  | 'azure-vm'
  | 'azure-search'
  | 'kendra'
  | 'neptune-analytics'
  | 'opensearch'
  | 'opensearch-serverless'
  | 'sagemaker-notebook';

/** What is billed by use: tokens of a model, or units of a service. */
export type UsedService =
  | { readonly service: 'bedrock'; readonly model: string }
  | {
      readonly service: 'azure-openai';
      readonly model: string;
      /** @default - the version is not declared */
      readonly version?: string;
      /** Deployment type, such as `GlobalStandard`. */
      readonly sku: string;
    }
  | {
      readonly service:
        | 'agentcore-gateway'
        | 'agentcore-memory'
        | 'agentcore-policy'
        | 'agentcore-session'
        | 'azure-document-intelligence'
        | 'azure-translator';
    };

/** Instances of one type that a resource keeps running. */
export interface BilledInstances {
  readonly service: HourlyService;
  readonly instanceType: string;
  readonly count: number;
}

/** How a resource of an LLM platform is billed, as far as its declaration says it. */
export type Billing =
  | { readonly kind: 'hourly'; readonly instances: readonly BilledInstances[] }
  /** Billed by units of use: their price is known, their number is not declared. */
  | { readonly kind: 'use'; readonly use: UsedService }
  /** Billed with another resource, such as a model that runs on the instances of an endpoint. */
  | { readonly kind: 'included' }
  /** No figure can be made, with the reason in words. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Reads the billing of a resource; undefined where nothing of it is for an LLM platform, such as a machine without a GPU. */
export type BillingReader = (
  node: ResourceNode,
  isAccelerated: (instanceType: string) => boolean,
) => Billing | undefined;

/** Billed by what is asked of it: the declaration does not say how much that is. */
export const byUse: BillingReader = () => ({
  kind: 'unknown',
  reason: 'billed by use, which the declaration does not say',
});

/** The catalogue has no price for the type. */
export const notInCatalogue: BillingReader = () => ({ kind: 'unknown', reason: 'the catalogue has no price of it' });

/** Its price is part of another resource. */
export const included: BillingReader = () => ({ kind: 'included' });

/** Instances of a resource that has one type and a count; a text or number that is not known ends without a figure. */
export function instancesOf(
  service: HourlyService,
  instanceType: PropertyValue | undefined,
  count: PropertyValue | undefined,
): Billing {
  if (typeof instanceType !== 'string')
    return { kind: 'unknown', reason: 'the instance type is known only after the deployment' };
  const number = typeof count === 'string' && /^\d+$/.test(count) ? Number(count) : count;
  if (typeof number !== 'number')
    return { kind: 'unknown', reason: `the number of ${instanceType} is known only after the deployment` };
  return { kind: 'hourly', instances: [{ service, instanceType, count: number }] };
}

/** Several billings of one resource as one: what is unknown in one is unknown in all. */
export function together(billings: readonly Billing[]): Billing {
  const unknown = billings.find(({ kind }) => kind === 'unknown');
  if (unknown !== undefined) return unknown;
  return {
    kind: 'hourly',
    instances: billings.flatMap((billing) => (billing.kind === 'hourly' ? billing.instances : [])),
  };
}

/** The objects of a list, or of a block that Terraform writes as a list of one. */
export function blocksOf(value: PropertyValue | undefined): readonly PropertyValue[] {
  return listOf(value);
}

/** The first of a list, or the value itself. */
export function firstOf(value: PropertyValue | undefined): PropertyValue | undefined {
  return isList(value) ? value[0] : value;
}

/** A value in the first block of a name, as Terraform writes nested blocks. */
export function inBlock(node: ResourceNode, block: string, key: string): PropertyValue | undefined {
  return valueAt(firstOf(node.properties[block]), key);
}
