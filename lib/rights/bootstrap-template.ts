import type { Json, JsonObject } from '../constraints/json';
import { isList, isObject, scalarText } from '../constraints/json';
import { listAt, objectAt } from '../constraints/value';
import type { ExecutionRights } from './execution-rights';
import type { RightsTarget } from './stack-template';

/** What a bootstrap template is made for. */
export interface BootstrapInput {
  /** The CDK's own template, parsed. */
  readonly original: JsonObject;
  readonly target: RightsTarget;
  readonly platform: string;
  /** Part of every name of the bootstrap stack. */
  readonly qualifier: string;
  /** Names of the stacks in CloudFormation that may be deployed. */
  readonly stackNames: readonly string[];
  readonly rights: ExecutionRights;
  /** Name of the permissions boundary of the bootstrap roles. @default - none */
  readonly permissionsBoundary?: string;
}

const sub = (text: string): JsonObject => ({ 'Fn::Sub': text });

/**
 * The CDK's bootstrap template without administrator rights: CloudFormation deploys with the policies of the platform, the
 * deploy role changes the stacks of the platform alone, the lookup role reads stacks alone, and a policy is there for the
 * people who deploy.
 *
 * @returns undefined when the original is not the template that this function knows
 */
export function bootstrapTemplate(input: BootstrapInput): JsonObject | undefined {
  const { original, platform, qualifier, permissionsBoundary, rights } = input;
  const parameters = without(objectAt(original, 'Parameters'), 'UseExamplePermissionsBoundary');
  const conditions = without(objectAt(original, 'Conditions'), 'ShouldCreatePermissionsBoundary');
  // An example whose document begins with everything.
  const resources = without(objectAt(original, 'Resources'), 'CdkBoostrapPermissionsBoundaryPolicy');
  const roles = customRoles(resources, input);
  if (roles === undefined) return undefined;
  const withDefault = (name: string, value: string): JsonObject => ({
    [name]: { ...objectAt(parameters, name), Default: value },
  });
  return {
    ...original,
    Description: `Deploys ${platform} with the AWS CDK, without administrator rights`,
    Parameters: {
      ...parameters,
      ...withDefault('Qualifier', qualifier),
      ...withDefault('FileAssetsBucketKmsKeyId', 'AWS_MANAGED_KEY'),
      // The CDK CLI does not overwrite a stack of another variant: a plain `cdk bootstrap` would bring the administrator back.
      ...withDefault('BootstrapVariant', variantOf(platform)),
      ...(permissionsBoundary === undefined ? {} : withDefault('InputPermissionsBoundary', permissionsBoundary)),
    },
    Conditions: conditions,
    Resources: { ...resources, ...roles, ...executionPolicies(rights), DeployerPolicy: deployerPolicy(input) },
    Outputs: {
      ...objectAt(original, 'Outputs'),
      ExecutionPolicyDigest: {
        Description: 'Digest of the policies of the execution role',
        Value: rights.digest,
      },
      DeployerPolicy: { Description: 'Policy of who deploys', Value: { Ref: 'DeployerPolicy' } },
    },
  };
}

function without(object: JsonObject = {}, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** Provenance of the bootstrap stack. */
export function variantOf(platform: string): string {
  return `llmops-kit: ${platform}`;
}

function executionPolicies({ policies }: ExecutionRights): JsonObject {
  return Object.fromEntries(
    policies.map((document, index) => [
      policyId(index),
      {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: sub(`cdk-\${Qualifier}-execution-${index + 1}-\${AWS::AccountId}-\${AWS::Region}`),
          Description: 'What CloudFormation may do for the stacks of the platform',
          // A document is data: its readonly lists are JSON.
          PolicyDocument: JSON.parse(JSON.stringify(document)) as JsonObject,
        },
      },
    ]),
  );
}

function policyId(index: number): string {
  return `ExecutionPolicy${index + 1}`;
}

function customRoles(resources: JsonObject, input: BootstrapInput): JsonObject | undefined {
  const execution = objectAt(resources, 'CloudFormationExecutionRole');
  const deploy = objectAt(resources, 'DeploymentActionRole');
  const lookup = objectAt(resources, 'LookupRole');
  const statements = listAt(deploy, 'Properties', 'Policies', 0, 'PolicyDocument', 'Statement');
  if (execution === undefined || deploy === undefined || lookup === undefined || statements.length === 0)
    return undefined;
  return {
    CloudFormationExecutionRole: withProperties(execution, {
      ManagedPolicyArns: {
        'Fn::If': [
          'HasCloudFormationExecutionPolicies',
          { Ref: 'CloudFormationExecutionPolicies' },
          input.rights.policies.map((_policy, index) => ({ Ref: policyId(index) })),
        ],
      },
    }),
    DeploymentActionRole: withProperties(deploy, {
      Policies: [
        {
          PolicyName: 'default',
          PolicyDocument: { Version: '2012-10-17', Statement: deployStatements(statements, input) },
        },
      ],
    }),
    // The platform has no look-ups of its own; ReadOnlyAccess would read every object and record of the account.
    LookupRole: withProperties(lookup, {
      ManagedPolicyArns: [sub('arn:${AWS::Partition}:iam::aws:policy/AWSCloudFormationReadOnlyAccess')],
      Policies: [
        {
          PolicyName: 'LookupRolePolicy',
          PolicyDocument: { Version: '2012-10-17', Statement: [versionStatement([])] },
        },
      ],
    }),
  };
}

function withProperties(resource: JsonObject, properties: JsonObject): JsonObject {
  return { ...resource, Properties: { ...objectAt(resource, 'Properties'), ...properties } };
}

/** Statements of the CDK for pipelines across accounts, which the platform has none of. */
const notNeeded: ReadonlySet<Json | undefined> = new Set([
  'PipelineCrossAccountArtifactsBucket',
  'PipelineCrossAccountArtifactsKey',
]);

function deployStatements(
  statements: readonly Json[],
  { target, stackNames, rights }: BootstrapInput,
): readonly JsonObject[] {
  const { partition, account, region } = target;
  const stacks = stackNames.map((name) => `arn:${partition}:cloudformation:${region}:${account}:stack/${name}/*`);
  return statements.filter(isObject).flatMap((statement): readonly JsonObject[] => {
    const { Sid: sid, Action: action } = statement;
    if (notNeeded.has(sid)) return [];
    if (sid === 'ReadVersion') return [versionStatement(rights.readParameters)];
    const actions = isList(action) ? action : [];
    const ofStacks = actions.filter((one) => onStacks(one));
    // Which calls of CloudFormation are granted on a stack: Service Authorization Reference, read 2026-11-30.
    if (ofStacks.length === 0) return [statement];
    const others = actions.filter((one) => !onStacks(one));
    return [
      { ...statement, Action: ofStacks, Resource: stacks },
      ...(others.length === 0
        ? []
        : [{ ...statement, Sid: `${scalarText(sid) ?? ''}OnEverything`, Action: others, Resource: '*' }]),
    ];
  });
}

function onStacks(action: Json): boolean {
  return typeof action === 'string' && action.startsWith('cloudformation:') && !action.endsWith('StackRefactor');
}

function versionStatement(parameters: readonly string[]): JsonObject {
  const arn = 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter';
  return {
    Sid: 'ReadVersion',
    Effect: 'Allow',
    Action: ['ssm:GetParameter', 'ssm:GetParameters'],
    Resource: [sub(`${arn}\${CdkBootstrapVersion}`), ...parameters.map((name) => sub(`${arn}${name}`))],
  };
}

/** What a person needs who deploys, and what the federated role of a pipeline has: the roles of this stack, nothing else. */
function deployerPolicy({ target }: BootstrapInput): JsonObject {
  const roles = ['DeploymentActionRole', 'FilePublishingRole', 'ImagePublishingRole', 'LookupRole'];
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      ManagedPolicyName: sub('cdk-${Qualifier}-deployer-${AWS::AccountId}-${AWS::Region}'),
      Description: `Lets who has it deploy through the bootstrap roles of ${target.region}`,
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'BecomeBootstrapRole',
            Effect: 'Allow',
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Resource: roles.map((role) => ({ 'Fn::GetAtt': [role, 'Arn'] })),
          },
        ],
      },
    },
  };
}
