import type { Breach, Constraint, DeclaredResource, KnownResource, Surroundings } from '../constraint';
import type { Json } from '../json';
import { scalarText } from '../json';
import { at } from '../value';
import { readPolicy } from './policy';

/** A property that names the role which a service assumes for the resource. */
export interface ServiceRoleRow {
  readonly type: string;
  readonly path: readonly string[];
  /** Service principals of which the role must trust one. */
  readonly services: readonly string[];
}

const bedrock = ['bedrock.amazonaws.com'];
const sagemaker = ['sagemaker.amazonaws.com'];
const row = (type: string, property: string, ...services: readonly string[]): ServiceRoleRow => ({
  type,
  path: property.split('/'),
  services,
});

/** The roles of resources. Source: the errors of the Create calls for such roles, and the page of each service on its role. */
export const serviceRoleRows: readonly ServiceRoleRow[] = [
  row('AWS::Bedrock::Agent', 'AgentResourceRoleArn', ...bedrock),
  row('AWS::Bedrock::Flow', 'ExecutionRoleArn', ...bedrock),
  row('AWS::Bedrock::KnowledgeBase', 'RoleArn', ...bedrock),
  row('AWS::CodeBuild::Project', 'ServiceRole', 'codebuild.amazonaws.com'),
  row('AWS::CodePipeline::Pipeline', 'RoleArn', 'codepipeline.amazonaws.com'),
  row('AWS::ECS::TaskDefinition', 'ExecutionRoleArn', 'ecs-tasks.amazonaws.com'),
  row('AWS::ECS::TaskDefinition', 'TaskRoleArn', 'ecs-tasks.amazonaws.com'),
  row('AWS::EKS::Cluster', 'RoleArn', 'eks.amazonaws.com'),
  row('AWS::EKS::Nodegroup', 'NodeRole', 'ec2.amazonaws.com'),
  row('AWS::EKS::FargateProfile', 'PodExecutionRoleArn', 'eks-fargate-pods.amazonaws.com'),
  row('AWS::Lambda::Function', 'Role', 'lambda.amazonaws.com'),
  row('AWS::SageMaker::Model', 'ExecutionRoleArn', ...sagemaker),
  row('AWS::SageMaker::Pipeline', 'RoleArn', ...sagemaker),
  row('AWS::Scheduler::Schedule', 'Target/RoleArn', 'scheduler.amazonaws.com'),
  row('AWS::StepFunctions::StateMachine', 'RoleArn', 'states.amazonaws.com'),
];

/** What a role lets services do; unknown where its trust policy is not resolved. */
function trusted(role: KnownResource): readonly string[] | 'unknown' {
  const { statements, complete } = readPolicy(role.properties['AssumeRolePolicyDocument']);
  const services: string[] = [];
  for (const { effect, action, notAction, principal, written } of statements) {
    if (effect === 'Deny') continue;
    const assumes = action?.known.some(({ text }) => /^(?:\*|sts:(?:\*|Assume\*|AssumeRole\*?))$/i.test(text)) === true;
    if (!assumes && action?.complete === true) continue;
    if (notAction !== undefined || effect === undefined) return 'unknown';
    if (principal === undefined ? Object.hasOwn(written, 'Principal') : !principal.complete) return 'unknown';
    services.push(...(principal?.known ?? []).flatMap(({ form, text }) => (form === 'Service' ? [text] : [])));
    if (principal?.known.some(({ form, text }) => form === '*' || (form === 'AWS' && text === '*')) === true)
      return 'unknown';
  }
  return complete ? services : 'unknown';
}

function trusts(services: readonly string[], service: string, region: string | undefined): boolean {
  const name = service.replace('.amazonaws.com', '');
  const regional = region === undefined ? new RegExp(`^${name}\\.[a-z0-9-]+\\.amazonaws`) : undefined;
  return services.some(
    (one) =>
      one === service ||
      one === `${service}.cn` ||
      one === `${name}.${region ?? ''}.amazonaws.com` ||
      regional?.test(one) === true,
  );
}

/** Whether a role is one that a service creates for itself. */
function isServiceLinked(value: Json): boolean {
  return scalarText(value)?.includes(':role/aws-service-role/') === true;
}

function judge(
  { path, services }: ServiceRoleRow,
  { properties }: DeclaredResource,
  { named, region }: Surroundings,
): readonly Breach[] {
  const value = at(properties, ...path);
  if (value === undefined || isServiceLinked(value)) return [];
  const role = named(['AWS::IAM::Role'], value);
  const text = scalarText(value) ?? JSON.stringify(value);
  const pointer = `#/${path.join('/')}`;
  const [service = ''] = services;
  if (role === 'unknown') return [];
  if (role === 'absent') {
    if (scalarText(value) === undefined) return [];
    return [
      {
        pointer,
        problem: `The role ${text} cannot be assumed by ${service}: there is no such role`,
        fix: `Create the role first, with ${service} in its trust policy.`,
      },
    ];
  }
  const known = trusted(role);
  if (known === 'unknown' || services.some((one) => trusts(known, one, region))) return [];
  return [
    {
      pointer,
      problem: `The role ${text} cannot be assumed by ${service}: its trust policy names [${known.join(', ')}]`,
      fix: `Allow sts:AssumeRole to ${service} in the trust policy of the role.`,
    },
  ];
}

/** The role of a resource must exist and let the service of the resource assume it. */
export const serviceRole: Constraint = {
  id: 'service-role',
  types: [...new Set(serviceRoleRows.map(({ type }) => type))],
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
    asOf: '2026-11-30',
  },
  check: (resource, surroundings) =>
    serviceRoleRows
      .filter(({ type }) => type === resource.type)
      .flatMap((rowOfType) => judge(rowOfType, resource, surroundings)),
};
