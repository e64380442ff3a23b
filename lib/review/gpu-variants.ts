import type { PropertyValue, ResourceNode } from '../graph';
import type { GraphIndex } from './graph-index';
import { isMap, listOf, valueAt } from './policy';

/** A GPU variant of an endpoint configuration that runs an image with a known tag. */
export interface GpuVariant {
  /** Path of the variant in its endpoint configuration. */
  readonly path: string;
  readonly instanceType: string;
  readonly tag: string;
  /** InferenceAmiVersion. @default - not set: the service chooses by instance family */
  readonly hostImage?: string;
}

/** Whether an instance type of SageMaker has GPUs. False for a reference. */
export function isGpu(instanceType: unknown): instanceType is string {
  return typeof instanceType === 'string' && /^ml\.[gp]\d/.test(instanceType);
}

/** The containers of a model. */
export function containersOf({ type, properties }: ResourceNode): readonly PropertyValue[] {
  return type === 'AWS::SageMaker::Model'
    ? [...listOf(properties.PrimaryContainer), ...listOf(properties.Containers)]
    : [];
}

/** The GPU variants whose models are in the same stack, one for each container. */
export function gpuVariants(node: ResourceNode, graph: GraphIndex): readonly GpuVariant[] {
  if (node.type !== 'AWS::SageMaker::EndpointConfig') return [];
  return listOf(node.properties.ProductionVariants).flatMap((variant, i) => {
    if (!isMap(variant)) return [];
    const { InstanceType: instanceType, InferenceAmiVersion: host, ModelName: model } = variant;
    // A host image that a reference names cannot be read here.
    if (!isGpu(instanceType) || (host !== undefined && typeof host !== 'string')) return [];
    return graph
      .referencedBy(model, node)
      .flatMap(containersOf)
      .flatMap((container) => {
        const image = valueAt(container, 'Image');
        const tag = typeof image === 'string' ? /:([^:@/]+)(?:@|$)/.exec(image)?.[1] : undefined;
        return tag === undefined
          ? []
          : [
              {
                path: `ProductionVariants.${i}`,
                instanceType,
                tag,
                ...(host === undefined ? {} : { hostImage: host }),
              },
            ];
      });
  });
}
