import type { Json } from '../constraints/json';
import { isList, isObject } from '../constraints/json';
import { listAt } from '../constraints/value';
import { textPattern } from './name-pattern';
import type { RightsTarget, StackResource } from './stack-template';

/** Roles that a service is given. */
export interface PassedRole {
  readonly arn: string;
  /** Value of `iam:PassedToService`. */
  readonly service: string;
}

/** What a type passes its roles to, for roles whose trust policy is not in the templates. */
const passedTo: Readonly<Record<string, string>> = {
  'AWS::Bedrock::DataSource': 'bedrock.amazonaws.com',
  'AWS::Bedrock::KnowledgeBase': 'bedrock.amazonaws.com',
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': 'chatbot.amazonaws.com',
  'AWS::Chatbot::SlackChannelConfiguration': 'chatbot.amazonaws.com',
  'AWS::CodeBuild::Project': 'codebuild.amazonaws.com',
  'AWS::EC2::FlowLog': 'vpc-flow-logs.amazonaws.com',
  'AWS::ECR::PullThroughCacheRule': 'ecr.amazonaws.com',
  'AWS::ECR::RepositoryCreationTemplate': 'ecr.amazonaws.com',
  'AWS::Events::Rule': 'events.amazonaws.com',
  'AWS::Lambda::Function': 'lambda.amazonaws.com',
  'AWS::SSM::Association': 'ssm.amazonaws.com',
  'AWS::SageMaker::EndpointConfig': 'sagemaker.amazonaws.com',
  'AWS::SageMaker::Model': 'sagemaker.amazonaws.com',
  'AWS::SageMaker::Pipeline': 'sagemaker.amazonaws.com',
  'AWS::Scheduler::Schedule': 'scheduler.amazonaws.com',
  'AWS::StepFunctions::StateMachine': 'states.amazonaws.com',
};

/** ARN patterns of the roles of an environment, by stack and logical id. */
export type RoleArns = ReadonlyMap<string, readonly string[]>;

/** How {@link RoleArns} names a role. */
export function roleKey({ stack, logicalId }: Pick<StackResource, 'stack' | 'logicalId'>): string {
  return `${stack}/${logicalId}`;
}

/**
 * The roles that a resource carries, with the service that each is passed to: that of its trust policy, or else of the type.
 * @returns undefined when the resource carries a role of which nothing is known
 */
export function passedRoles(
  resource: StackResource,
  all: readonly StackResource[],
  roles: RoleArns,
  target: RightsTarget,
): readonly PassedRole[] | undefined {
  const here = all.filter(({ stack, type }) => stack === resource.stack && type === 'AWS::IAM::Role');
  const found = [...references(resource.properties)].flatMap((logicalId) => {
    const role = here.find((candidate) => candidate.logicalId === logicalId);
    if (role === undefined) return [];
    const services = trusted(role, target);
    return (roles.get(roleKey(role)) ?? []).flatMap((arn) => services.map((service) => ({ arn, service })));
  });
  const service = passedTo[resource.type];
  const given = [...arns(resource.properties, target)].flatMap((arn) =>
    service === undefined ? [] : [{ arn, service }],
  );
  const known = [...found, ...given];
  return known.length > 0 ? known : undefined;
}

/** The services that may assume a role. */
function trusted({ properties }: StackResource, target: RightsTarget): readonly string[] {
  const services = listAt(properties['AssumeRolePolicyDocument'], 'Statement').flatMap((statement) => {
    const principal = isObject(statement) ? statement['Principal'] : undefined;
    const service = isObject(principal) ? principal['Service'] : undefined;
    return isList(service) ? service : service === undefined ? [] : [service];
  });
  return [...new Set(services.flatMap((service) => textPattern(service, target) ?? []))];
}

/** The logical ids that a value refers to. */
function* references(value: Json): Generator<string> {
  if (isList(value)) for (const element of value) yield* references(element);
  else if (isObject(value)) {
    const { Ref: reference, 'Fn::GetAtt': attribute } = value;
    const named = isList(attribute)
      ? attribute[0]
      : typeof attribute === 'string'
        ? attribute.split('.')[0]
        : reference;
    if (typeof named === 'string') yield named;
    for (const element of Object.values(value)) yield* references(element);
  }
}

/** The ARNs of roles that a value has in full, such as of a role that the environment is given. */
function* arns(value: Json, target: RightsTarget): Generator<string> {
  const text = isList(value) ? undefined : textPattern(value, target);
  if (text !== undefined && /^arn:[\w*-]+:iam::[\d*]+:role\//.test(text)) yield text;
  else if (isList(value)) for (const element of value) yield* arns(element, target);
  else if (isObject(value)) for (const element of Object.values(value)) yield* arns(element, target);
}
