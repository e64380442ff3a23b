import type { ResourceGraph, ResourceNode } from '../../lib/graph';
import { resourceNode } from './resource-node';

/** A model with an image for CUDA 13, and an endpoint configuration with one GPU variant that runs it. */
export function gpuVariantGraph(variant: ResourceNode['properties']): ResourceGraph {
  const model = resourceNode({
    type: 'AWS::SageMaker::Model',
    address: 'foundation/Model',
    properties: { PrimaryContainer: { Image: 'registry.example/vllm:1.0-cu130@sha256:00' } },
  });
  const config = resourceNode({
    type: 'AWS::SageMaker::EndpointConfig',
    address: 'foundation/Config',
    properties: {
      ProductionVariants: [
        { InstanceType: 'ml.g6e.2xlarge', ModelName: { 'Fn::GetAtt': ['Model', 'ModelName'] }, ...variant },
      ],
    },
  });
  return [model, config];
}
