import type { Breach, Constraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject } from '../json';
import { suggestion } from '../suggest';
import { at, listAt, textAt } from '../value';
import { hasUnknownPart, readTextDocument } from './document-text';

/**
 * Types of steps. Sources: aws-sagemaker-mlops/sagemaker-model-building-pipeline-definition-JSON-schema@b4012b0, and the
 * metadata of steps in the API model (PipelineExecutionStepMetadata, botocore 1.44.8), both read on 2026-11-30.
 */
const stepTypes = [
  ...['Condition', 'Training', 'Processing', 'Transform', 'Model', 'RegisterModel', 'Lambda', 'Callback', 'Tuning'],
  ...['ClarifyCheck', 'QualityCheck', 'EMR', 'EMRServerless', 'Fail', 'AutoML', 'Endpoint', 'EndpointConfig'],
  ...['InferenceComponent', 'BedrockCustomModel', 'BedrockCustomModelDeployment', 'BedrockModelImport', 'Lineage'],
  ...['BedrockProvisionedModelThroughput', 'Job', 'Athena', 'Cleanup', 'ForEach', 'HubContent', 'NotebookJob'],
];
const parameterTypes = ['String', 'Integer', 'Float', 'Boolean'];
const name = /^[A-Za-z0-9_-]{1,64}$/;
const body = '#/PipelineDefinition/PipelineDefinitionBody';

/** A step, and its place in the definition. */
interface PlacedStep {
  readonly step: Json;
  readonly place: string;
}

/** The definition of a pipeline: version, parameters, and steps with names, types and dependencies that exist. */
export const pipelineDefinition: Constraint = {
  id: 'pipeline-definition',
  types: ['AWS::SageMaker::Pipeline'],
  source: {
    url: 'https://github.com/aws-sagemaker-mlops/sagemaker-model-building-pipeline-definition-JSON-schema',
    asOf: '2026-11-30',
  },
  check({ properties }) {
    const document = readTextDocument(at(properties, 'PipelineDefinition', 'PipelineDefinitionBody'));
    if (document.state === 'unknown') return [];
    if (document.state === 'malformed')
      return [breach('', `Unable to parse pipeline definition: ${document.reason}`, 'Write the definition as JSON.')];
    const { value } = document;
    if (!isObject(value) || !isList(value['Steps']) || value['Steps'].length === 0) {
      const fix = 'Write an object with Version 2020-12-01 and a list Steps.';
      return [breach('', 'The pipeline definition has no list Steps with a step', fix)];
    }
    const steps = stepsOf(value['Steps'], 'Steps');
    return [
      ...versionOf(value),
      ...parametersOf(value),
      ...namesOf(steps),
      ...kindsOf(steps),
      ...linksOf(value, steps),
    ];
  },
};

function breach(place: string, problem: string, fix: string): Breach {
  return { pointer: body, problem: place === '' ? problem : `${place}: ${problem}`, fix };
}

/** All steps, those in the branches of conditions included. */
function stepsOf(list: readonly Json[], place: string): readonly PlacedStep[] {
  return list.flatMap((step, index) => {
    const here = `${place}[${index}]`;
    return [
      { step, place: here },
      ...['IfSteps', 'ElseSteps'].flatMap((branch) =>
        stepsOf(listAt(step, 'Arguments', branch), `${here}.Arguments.${branch}`),
      ),
    ];
  });
}

function versionOf(definition: JsonObject): readonly Breach[] {
  const version = textAt(definition, 'Version');
  return version === undefined || version === '2020-12-01' || hasUnknownPart(version)
    ? []
    : [breach('Version', `${version} is not a version of pipeline definitions`, 'Set Version to 2020-12-01.')];
}

function parametersOf(definition: JsonObject): readonly Breach[] {
  const names = listAt(definition, 'Parameters').map((parameter) => textAt(parameter, 'Name'));
  return listAt(definition, 'Parameters').flatMap((parameter, index): readonly Breach[] => {
    const place = `Parameters[${index}]`;
    const given = names[index];
    const type = textAt(parameter, 'Type');
    if (given === undefined || (!hasUnknownPart(given) && !name.test(given)))
      return [
        breach(place, `Name ${given ?? ''} is not 1 to 64 letters, digits, _ and -`, 'Give the parameter a Name.'),
      ];
    if (names.indexOf(given) < index)
      return [breach(place, `the parameter ${given} is declared twice`, 'Give each parameter another Name.')];
    return type === undefined || parameterTypes.includes(type) || hasUnknownPart(type)
      ? []
      : [breach(place, `Type ${type} is not one of ${parameterTypes.join(', ')}`, 'Set Type to one of these.')];
  });
}

function namesOf(steps: readonly PlacedStep[]): readonly Breach[] {
  const seen = new Map<string, string>();
  return steps.flatMap(({ step, place }): readonly Breach[] => {
    const given = textAt(step, 'Name');
    if (given === undefined) return [breach(place, 'the step has no Name', 'Give the step a Name.')];
    if (hasUnknownPart(given)) return [];
    if (!name.test(given))
      return [breach(place, `Name ${given} is not 1 to 64 letters, digits, _ and -`, 'Write another Name.')];
    const first = seen.get(given);
    if (first !== undefined)
      return [breach(place, `the name ${given} is used twice, first at ${first}`, 'Give each step another Name.')];
    seen.set(given, place);
    return [];
  });
}

function kindsOf(steps: readonly PlacedStep[]): readonly Breach[] {
  return steps.flatMap(({ step, place }): readonly Breach[] => {
    const type = textAt(step, 'Type');
    if (type === undefined) return [breach(place, 'the step has no Type', 'Set Type, such as Training.')];
    if (hasUnknownPart(type) || stepTypes.includes(type)) return [];
    const meant = suggestion(type, stepTypes);
    return [
      breach(
        place,
        `${type} is not a type of step; types are ${stepTypes.join(', ')}`,
        meant === undefined ? 'Set Type to one of these.' : `Set Type to ${meant}.`,
      ),
    ];
  });
}

/** Dependencies and references: to steps and parameters that exist, and without a circle. */
function linksOf(definition: JsonObject, steps: readonly PlacedStep[]): readonly Breach[] {
  const names = steps.flatMap(({ step }) => textAt(step, 'Name') ?? []);
  const parameters = listAt(definition, 'Parameters').flatMap((parameter) => textAt(parameter, 'Name') ?? []);
  if ([...names, ...parameters].some(hasUnknownPart)) return [];
  const missing = steps.flatMap(({ step, place }) => [
    ...listAt(step, 'DependsOn').flatMap((other): readonly Breach[] =>
      typeof other !== 'string' || hasUnknownPart(other) || names.includes(other)
        ? []
        : [breach(place, `DependsOn names ${other}, which is no step`, `Name one of the steps ${names.join(', ')}.`)],
    ),
    ...references(ownArguments(step)).flatMap((reference): readonly Breach[] => {
      const [, root, target = ''] = /^(Parameters|Steps)\.([A-Za-z0-9_-]+)/.exec(reference) ?? [];
      if (root === undefined || (root === 'Steps' ? names : parameters).includes(target)) return [];
      const noun = root === 'Steps' ? 'step' : 'parameter';
      return [breach(place, `Get ${reference} names a ${noun} that does not exist`, `Declare the ${noun} ${target}.`)];
    }),
  ]);
  const circle = circleIn(steps);
  if (circle === undefined) return missing;
  return [
    ...missing,
    breach('Steps', `the steps wait for each other: ${circle.join(' > ')}`, 'Remove one of these dependencies.'),
  ];
}

/** A step without the steps in its branches, which are judged themselves. */
function ownArguments(step: Json): Json {
  const args = at(step, 'Arguments');
  if (!isObject(step) || !isObject(args)) return step;
  const own = Object.entries(args).filter(([key]) => key !== 'IfSteps' && key !== 'ElseSteps');
  return { ...step, Arguments: Object.fromEntries(own) };
}

function references(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const get = value['Get'];
  if (typeof get === 'string' && Object.keys(value).length === 1) return hasUnknownPart(get) ? [] : [get];
  return Object.values(value).flatMap(references);
}

/** Names of steps that wait for each other, the first repeated at the end. */
function circleIn(steps: readonly PlacedStep[]): readonly string[] | undefined {
  const waits = new Map(
    steps.map(({ step }) => [
      textAt(step, 'Name') ?? '',
      listAt(step, 'DependsOn').filter((other) => typeof other === 'string'),
    ]),
  );
  const done = new Set<string>();
  const walk = (step: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(step)) return [...path.slice(path.indexOf(step)), step];
    if (done.has(step)) return undefined;
    for (const other of waits.get(step) ?? []) {
      const found = walk(other, [...path, step]);
      if (found !== undefined) return found;
    }
    done.add(step);
    return undefined;
  };
  for (const step of waits.keys()) {
    const found = walk(step, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
