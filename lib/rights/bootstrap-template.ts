import type { Json, JsonObject } from '../constraints/json';
import { isList, isObject, scalarText } from '../constraints/json';
import { listAt, objectAt } from '../constraints/value';
import type { ExecutionRights } from './execution-rights';
import { policyArns } from './rights-template';
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
 * The CDK's bootstrap template without administrator rights: CloudFormation deploys with the policies of
 * {@link rightsTemplate}, the deploy role changes the stacks of the platform alone, and the lookup role reads stacks alone.
 *
 * @returns undefined when the original is not the template that this function knows
 */
export function bootstrapTemplate(input: BootstrapInput): JsonObject | undefined {
  const { original, platform, qualifier, permissionsBoundary } = input;
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
      ...withDefault('CloudFormationExecutionPolicies', policyArns(input).join(',')),
      ...(permissionsBoundary === undefined
        ? {}
        : {
            ...withDefault('InputPermissionsBoundary', permissionsBoundary),
            ...withDefault('ApplyPermissionsBoundaryToAllRoles', 'true'),
          }),
    },
    Conditions: conditions,
    Resources: { ...resources, ...roles },
  };
}

function without(object: JsonObject = {}, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** Provenance of the bootstrap stack. */
export function variantOf(platform: string): string {
  return `llmops-kit: ${platform}`;
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
        'Fn::If': ['HasCloudFormationExecutionPolicies', { Ref: 'CloudFormationExecutionPolicies' }, policyArns(input)],
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
