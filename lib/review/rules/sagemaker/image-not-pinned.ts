import type { PropertyValue } from '../../../graph';
import { placesAt } from '../../known';
import { isList, isMap } from '../../policy';
import { textOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

const monitored = 'JobDefinition';
/** Properties that name an image, by type. */
const imagePaths: Readonly<Record<string, readonly string[]>> = {
  'AWS::BedrockAgentCore::Runtime': ['AgentRuntimeArtifact.ContainerConfiguration.ContainerUri'],
  'AWS::CodeBuild::Project': ['Environment.Image'],
  'AWS::ECS::TaskDefinition': ['ContainerDefinitions.*.Image'],
  'AWS::Lambda::Function': ['Code.ImageUri'],
  'AWS::SageMaker::InferenceComponent': ['Specification.Container.Image', 'Specifications.*.Container.Image'],
  'AWS::SageMaker::Model': ['PrimaryContainer.Image', 'Containers.*.Image'],
  'AWS::SageMaker::ModelPackage': ['InferenceSpecification.Containers.*.Image'],
  [`AWS::SageMaker::DataQuality${monitored}`]: ['DataQualityAppSpecification.ImageUri'],
  [`AWS::SageMaker::ModelBias${monitored}`]: ['ModelBiasAppSpecification.ImageUri'],
  [`AWS::SageMaker::ModelExplainability${monitored}`]: ['ModelExplainabilityAppSpecification.ImageUri'],
  [`AWS::SageMaker::ModelQuality${monitored}`]: ['ModelQualityAppSpecification.ImageUri'],
  'AWS::SageMaker::MonitoringSchedule': [
    'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringAppSpecification.ImageUri',
  ],
};

/** Name the image by its digest: repository@sha256:…: what was tested is not what is deployed. */
export const imageNotPinned: Rule = {
  code: 'ImageNotPinned',
  family: 'sagemaker',
  pack: 'baseline',
  safeguard: 'supply-chain',
  rationale: 'What was tested is not what is deployed.',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    asOf: '2026-11-30',
  },
  types: Object.keys(imagePaths),
  check: ({ type, properties }) =>
    (imagePaths[type] ?? []).flatMap((path) =>
      placesAt(properties, path).flatMap((place) => {
        const image = textOf(rawAt(properties, place.path));
        if (image === undefined || !isMutable(image)) return [];
        return [{ path: place.path, message: `${image} can be moved to another image`, fix: fixOf('ImageNotPinned') }];
      }),
    ),
};

/** AWS maintains the images of CodeBuild and of its analyzers, and gives no digests. */
const maintained = /^aws\/codebuild\/|\/sagemaker-(?:model-monitor-analyzer|clarify-processing)(?::|$)/;

/** Whether a text names an image by tag or without one. A reference at its end may be a digest. */
function isMutable(image: string): boolean {
  return !image.includes('@') && !maintained.test(image) && !image.endsWith('}');
}

function rawAt(properties: PropertyValue, path: string): PropertyValue | undefined {
  return path
    .split('.')
    .reduce<PropertyValue | undefined>(
      (at, step) => (isList(at) ? at[Number(step)] : isMap(at) ? at[step] : undefined),
      properties,
    );
}
