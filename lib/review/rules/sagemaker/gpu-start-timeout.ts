import type { ResourceNode } from '../../../graph';
import type { Violation } from '../../finding';
import { containersOf, isGpu } from '../../gpu-variants';
import type { GraphIndex } from '../../graph-index';
import { isMap, listOf, valueAt } from '../../policy';
import type { Rule } from '../../rule';

const property = 'ContainerStartupHealthCheckTimeoutInSeconds';

/**
 * A GPU container that loads weights from S3 says how long its start may take. Without the property SageMaker ends the
 * container before large weights are loaded. Source: SageMaker API reference, ProductionVariant, read 2026-11-30.
 */
export const gpuStartTimeout: Rule = {
  code: 'GpuStartTimeout',
  family: 'sagemaker',
  pack: 'baseline',
  safeguard: 'availability',
  rationale: 'SageMaker ends the container before large weights are loaded.',
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::SageMaker::EndpointConfig', 'AWS::SageMaker::InferenceComponent'],
  check(node, _context, graph) {
    if (node.type === 'AWS::SageMaker::EndpointConfig') return variantViolations(node, graph);
    if (node.type === 'AWS::SageMaker::InferenceComponent') return componentViolations(node, graph);
    return [];
  },
};

function variantViolations(node: ResourceNode, graph: GraphIndex): readonly Violation[] {
  return listOf(node.properties.ProductionVariants).flatMap((variant, i) => {
    if (!isMap(variant) || variant[property] !== undefined || !isGpu(variant.InstanceType)) return [];
    const loads = graph.referencedBy(variant.ModelName, node).some(loadsFromS3);
    return loads ? [violation(`ProductionVariants.${i}.${property}`)] : [];
  });
}

function componentViolations(node: ResourceNode, graph: GraphIndex): readonly Violation[] {
  const specification = node.properties.Specification;
  const devices = valueAt(specification, 'ComputeResourceRequirements', 'NumberOfAcceleratorDevicesRequired');
  if (devices === undefined || valueAt(specification, 'StartupParameters', property) !== undefined) return [];
  const loads =
    valueAt(specification, 'Container', 'ArtifactUrl') !== undefined ||
    graph.referencedBy(valueAt(specification, 'ModelName'), node).some(loadsFromS3);
  return loads ? [violation(`Specification.StartupParameters.${property}`)] : [];
}

function violation(path: string): Violation {
  return {
    path,
    message: 'loads weights from S3 onto GPUs within the default time of a start',
    fix: `set ${property} to what loading the weights takes, at most 3600`,
  };
}

function loadsFromS3(model: ResourceNode): boolean {
  return containersOf(model).some(
    (container) =>
      valueAt(container, 'ModelDataSource') !== undefined || valueAt(container, 'ModelDataUrl') !== undefined,
  );
}
