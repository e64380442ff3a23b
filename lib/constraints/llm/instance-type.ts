import type { Breach, Constraint } from '../constraint';
import type { Json } from '../json';
import { suggestion } from '../suggest';
import { at, listAt, rowOf, textAt } from '../value';
import { hasUnknownPart, readTextDocument } from './document-text';
import type { InstanceUse } from './instance-types';
import { instanceTypes } from './instance-types';
import { valuesAt } from './values-at';

const reference = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference';
const sagemaker = 'AWS::SageMaker';
const job = ['processing', 'JobResources/ClusterConfig/InstanceType'] as const;

/** Where a type names an instance type and its schema has no list: use and path, `*` for each element of a list. */
const places: Readonly<Record<string, readonly (readonly [use: InstanceUse, path: string])[]>> = {
  [`${sagemaker}::DataQualityJobDefinition`]: [job],
  [`${sagemaker}::ModelBiasJobDefinition`]: [job],
  [`${sagemaker}::ModelExplainabilityJobDefinition`]: [job],
  [`${sagemaker}::ModelQualityJobDefinition`]: [job],
  [`${sagemaker}::InferenceComponent`]: [['hosting', 'Specifications/*/InstanceType']],
  [`${sagemaker}::ModelPackage`]: [
    ['hosting', 'InferenceSpecification/SupportedRealtimeInferenceInstanceTypes/*'],
    ['transform', 'InferenceSpecification/SupportedTransformInstanceTypes/*'],
    ['hosting', 'AdditionalInferenceSpecifications/*/SupportedRealtimeInferenceInstanceTypes/*'],
    ['transform', 'AdditionalInferenceSpecifications/*/SupportedTransformInstanceTypes/*'],
  ],
  [`${sagemaker}::MonitoringSchedule`]: [
    ['processing', 'MonitoringScheduleConfig/MonitoringJobDefinition/MonitoringResources/ClusterConfig/InstanceType'],
  ],
};

/** An instance type is one that SageMaker has for the use. */
export const instanceType: Constraint = {
  id: 'sagemaker-instance-type',
  types: Object.keys(places),
  source: { url: `${reference}/API_ProcessingClusterConfig.html`, asOf: '2026-11-30' },
  check: ({ type, properties }) =>
    (rowOf(places, type) ?? []).flatMap(([use, path]) =>
      valuesAt(properties, path.split('/'), '#').flatMap(({ value, pointer }) => judged(value, use, pointer)),
    ),
};

/** Where a step of a pipeline names an instance type. */
const stepPlaces: Readonly<Record<string, readonly [use: InstanceUse, ...path: string[]]>> = {
  Training: ['training', 'ResourceConfig', 'InstanceType'],
  Processing: ['processing', 'ProcessingResources', 'ClusterConfig', 'InstanceType'],
  Transform: ['transform', 'TransformResources', 'InstanceType'],
  Tuning: ['training', 'TrainingJobDefinition', 'ResourceConfig', 'InstanceType'],
};

/** The instance type of a step of a pipeline is one that SageMaker has for the work of the step. */
export const pipelineInstanceType: Constraint = {
  id: 'pipeline-instance-type',
  types: [`${sagemaker}::Pipeline`],
  source: { url: `${reference}/API_ResourceConfig.html`, asOf: '2026-11-30' },
  check({ properties }) {
    const document = readTextDocument(at(properties, 'PipelineDefinition', 'PipelineDefinitionBody'));
    return document.state === 'read' ? ofSteps(listAt(document.value, 'Steps')) : [];
  },
};

function ofSteps(steps: readonly Json[]): readonly Breach[] {
  return steps.flatMap((step) => {
    const [use, ...path] = rowOf(stepPlaces, textAt(step, 'Type')) ?? [];
    const found = use === undefined ? [] : judged(at(step, 'Arguments', ...path) ?? null, use, '');
    return [
      ...found.map(({ problem, fix }) => ({
        pointer: '#/PipelineDefinition/PipelineDefinitionBody',
        problem: `step ${textAt(step, 'Name') ?? ''}: ${problem}`,
        fix,
      })),
      ...ofSteps(listAt(step, 'Arguments', 'IfSteps')),
      ...ofSteps(listAt(step, 'Arguments', 'ElseSteps')),
    ];
  });
}

const uses = new Map<string, readonly InstanceUse[]>();

/** What an instance type is for; read once, on first use. */
function usesOf(name: string): readonly InstanceUse[] {
  if (uses.size === 0) {
    for (const [row, types] of instanceTypes) {
      for (const family of types.split(' ')) {
        const [, prefix = '', sizes = ''] = /^([^.]+)\.(.+)$/.exec(family) ?? [];
        for (const size of sizes.split('|')) uses.set(`ml.${prefix}.${size}`, row);
      }
    }
  }
  return uses.get(name) ?? [];
}

function judged(value: Json, use: InstanceUse, pointer: string): readonly Breach[] {
  const name = textAt(value);
  if (name === undefined || hasUnknownPart(name) || usesOf(name).includes(use)) return [];
  const known = [...uses].flatMap(([type, for_]) => (for_.includes(use) ? [type] : []));
  const meant = suggestion(name, known);
  return [
    {
      pointer,
      problem: `${name} is none of the ${known.length} instance types for ${use}`,
      fix: meant === undefined ? 'Use another instance type.' : `Use another instance type, such as ${meant}.`,
    },
  ];
}
