import { arnOfShape, ownShape } from '../constraints/iam/handlers/rows';
import { at } from '../constraints/value';
import { textPattern } from './name-pattern';
import type { RightsTarget, StackResource } from './stack-template';

/** Where the name in the ARN of a type comes from. */
interface NameSource {
  readonly path: readonly string[];
  /** A name as the ARN has it. @default - as it is */
  readonly inArn?: (name: string) => string;
}

const named = (...path: readonly string[]): NameSource => ({ path });

const vectorIndex = 'AWS::S3Vectors::Index';
const vectorBucket = 'AWS::S3Vectors::VectorBucket';

/** Types whose ARN has a name; the ARN of any other has an identifier that the service makes. */
const sources: Readonly<Record<string, NameSource>> = {
  'AWS::Budgets::Budget': named('Budget', 'BudgetName'),
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': named('ConfigurationName'),
  'AWS::Chatbot::SlackChannelConfiguration': named('ConfigurationName'),
  'AWS::CloudWatch::Alarm': named('AlarmName'),
  'AWS::CloudWatch::CompositeAlarm': named('AlarmName'),
  'AWS::CloudWatch::Dashboard': named('DashboardName'),
  'AWS::CodeBuild::Project': named('Name'),
  'AWS::DynamoDB::Table': named('TableName'),
  'AWS::ECR::Repository': named('RepositoryName'),
  'AWS::Events::Rule': named('Name'),
  'AWS::IAM::ManagedPolicy': named('ManagedPolicyName'),
  'AWS::IAM::OIDCProvider': { path: ['Url'], inArn: (url) => url.replace(/^https:\/\//, '') },
  'AWS::IAM::Role': named('RoleName'),
  'AWS::KMS::Alias': { path: ['AliasName'], inArn: (name) => name.replace(/^alias\//, '') },
  'AWS::Lambda::Function': named('FunctionName'),
  'AWS::Logs::DeliveryDestination': named('Name'),
  'AWS::Logs::DeliverySource': named('Name'),
  'AWS::Logs::LogGroup': named('LogGroupName'),
  'AWS::S3::Bucket': named('BucketName'),
  [vectorIndex]: named('IndexName'),
  [vectorBucket]: named('VectorBucketName'),
  'AWS::SNS::Topic': named('TopicName'),
  'AWS::SQS::Queue': named('QueueName'),
  'AWS::SSM::Parameter': { path: ['Name'], inArn: (name) => name.replace(/^\//, '') },
  'AWS::SageMaker::Endpoint': named('EndpointName'),
  'AWS::SageMaker::EndpointConfig': named('EndpointConfigName'),
  'AWS::SageMaker::InferenceComponent': named('InferenceComponentName'),
  'AWS::SageMaker::Model': named('ModelName'),
  'AWS::SageMaker::ModelPackageGroup': named('ModelPackageGroupName'),
  'AWS::SageMaker::Pipeline': named('PipelineName'),
  'AWS::Scheduler::Schedule': named('Name'),
  'AWS::Scheduler::ScheduleGroup': named('Name'),
  'AWS::SecretsManager::Secret': named('Name'),
  'AWS::StepFunctions::StateMachine': named('StateMachineName'),
};

/** What follows the name in ARNs that actions are asked on, such as the streams of a log group. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'AWS::Logs::LogGroup': ['', ':*'],
  'AWS::SNS::Topic': ['', ':*'],
  'AWS::SecretsManager::Secret': ['-*'],
};

const lowerCase: ReadonlySet<string> = new Set(['AWS::ECR::Repository', 'AWS::S3::Bucket']);

/** Characters of the name of the stack that a generated name has at least, however long both are. */
const generatedPrefix = 24;

/** Services whose types may be named after the logical id alone; the ARNs of SageMaker are in lower case. */
const afterLogicalId = /^AWS::(?:CodeBuild|SageMaker|Scheduler|SecretsManager|StepFunctions)::/;

/** The ARN patterns of the stacks' resources by shape, such as `sagemaker/endpoint`. */
export interface ResourceNames {
  readonly byShape: ReadonlyMap<string, readonly string[]>;
  /** Resources whose template gives a name that nothing is known of. */
  readonly unknown: readonly StackResource[];
}

/**
 * The ARNs of all resources of an environment, as far as templates and CloudFormation's names of resources fix them.
 *
 * @param around - resources that these may belong to. @default - these alone
 */
export function resourceNames(
  resources: readonly StackResource[],
  target: RightsTarget,
  around: readonly StackResource[] = resources,
): ResourceNames {
  const byShape = new Map<string, Set<string>>();
  const unknown: StackResource[] = [];
  const indexes = indexesOfBuckets(around, target);
  for (const resource of resources) {
    const shape = ownShape(resource.type);
    const arn = shape === undefined ? undefined : arnOfShape(shape);
    if (shape === undefined || arn === undefined) continue;
    const names = namesOf(resource, target);
    if (names === undefined) unknown.push(resource);
    const patterns = byShape.get(shape) ?? new Set<string>();
    const ofBuckets = resource.type === vectorIndex ? indexes : [];
    const own = ofBuckets.length > 0 ? ofBuckets : (names ?? []).map((name) => fill(arn, name, target));
    for (const pattern of own) patterns.add(pattern);
    byShape.set(shape, patterns);
  }
  return { byShape: new Map([...byShape].map(([shape, arns]) => [shape, covering([...arns])])), unknown };
}

/**
 * Every index of the vector buckets of the stacks. The name of an index follows its dimension: after a change of one line
 * CloudFormation makes another and deletes the former, with the same rights.
 */
function indexesOfBuckets(resources: readonly StackResource[], target: RightsTarget): readonly string[] {
  const shape = ownShape(vectorBucket);
  const arn = shape === undefined ? undefined : arnOfShape(shape);
  if (arn === undefined) return [];
  const buckets = resources.filter(({ type }) => type === vectorBucket);
  return buckets.flatMap((bucket) =>
    (namesOf(bucket, target) ?? []).map((name) => `${fill(arn, name, target)}/index/*`),
  );
}

/** The name patterns of a resource; undefined when its template gives a name that nothing is known of. */
function namesOf(resource: StackResource, target: RightsTarget): readonly string[] | undefined {
  const { type, properties } = resource;
  const source = sources[type];
  if (source === undefined) return ['*'];
  const given = at(properties, ...source.path);
  if (given === undefined) return generatedNames(resource);
  const pattern = textPattern(given, target);
  if (pattern === undefined) return undefined;
  const name = `${pathOf(resource, target)}${source.inArn?.(pattern) ?? pattern}`;
  return (endings[type] ?? ['']).map((ending) => `${name}${ending}`);
}

/** Roles and policies have a path in their ARN. */
function pathOf({ type, properties }: StackResource, target: RightsTarget): string {
  if (!type.startsWith('AWS::IAM::')) return '';
  return (textPattern(properties['Path'], target) ?? '/').slice(1);
}

/** Source: CloudFormation User Guide, "Name type" (read 2026-11-30): stack, logical id and a random part, shortened where it must. */
function generatedNames(resource: StackResource): readonly string[] {
  const { type, stack, logicalId } = resource;
  const prefix = stack.slice(0, generatedPrefix);
  const text = lowerCase.has(type) ? prefix.toLowerCase() : prefix;
  const byStack = `${pathOf(resource, { partition: '', account: '', region: '' })}${text}*`;
  if (!afterLogicalId.test(type)) return [byStack];
  const id = `${logicalId.slice(0, generatedPrefix)}*`;
  return [...new Set([byStack, id, id.toLowerCase()])];
}

/** An ARN with a name in the last of its variables; an earlier one, such as the bucket of an index, may be anything. */
export function fill(shape: string, name: string, { partition, account, region }: RightsTarget): string {
  const known: Readonly<Record<string, string>> = { Partition: partition, Account: account, Region: region };
  const variables = [...shape.matchAll(/\$\{(\w+)\}/g)].flatMap(([, variable = '']) =>
    known[variable] === undefined ? [variable] : [],
  );
  const last = variables.at(-1);
  return shape.replace(
    /\$\{(\w+)\}/g,
    (_whole, variable: string) => known[variable] ?? (variable === last ? name : '*'),
  );
}

/** Patterns without those that another of them covers, sorted. */
export function covering(patterns: readonly string[]): readonly string[] {
  const all = [...new Set(patterns)].sort();
  return all.filter((pattern) => !all.some((other) => other !== pattern && covers(other, pattern)));
}

/** Whether a pattern that ends in its only `*` matches all that another matches. */
function covers(pattern: string, other: string): boolean {
  return pattern.indexOf('*') === pattern.length - 1 && other.startsWith(pattern.slice(0, -1));
}
