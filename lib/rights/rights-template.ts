import type { JsonObject } from '../constraints/json';
import type { ExecutionRights } from './execution-rights';
import type { RightsTarget } from './stack-template';

/** What the policies of a platform are made for. */
export interface RightsTemplateInput {
  readonly target: RightsTarget;
  readonly platform: string;
  /** Of the bootstrap stack. */
  readonly qualifier: string;
  /** Names of the stacks that are deployed. */
  readonly stackNames: readonly string[];
  readonly rights: ExecutionRights;
}

/**
 * The stack of the policies: those that CloudFormation deploys with, and one for the people who deploy. It is apart from the
 * bootstrap stack, because the CDK CLI takes a bootstrap template of 50 KB at most, and because rights change more often.
 */
export function rightsTemplate(input: RightsTemplateInput): JsonObject {
  const { platform, rights } = input;
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `What CloudFormation and people may do to deploy ${platform}`,
    Resources: {
      ...Object.fromEntries(
        rights.policies.map((document, index) => [
          `ExecutionPolicy${index + 1}`,
          managedPolicy(
            policyName(input, `execution-${index + 1}`),
            'What CloudFormation may do for the stacks of the platform',
            // A document is data: its readonly lists are JSON.
            JSON.parse(JSON.stringify(document)) as JsonObject,
          ),
        ]),
      ),
      DeployerPolicy: deployerPolicy(input),
    },
    Outputs: {
      ExecutionPolicyDigest: { Description: 'Digest of the policies of the execution role', Value: rights.digest },
    },
  };
}

/** The ARNs of the policies that CloudFormation deploys with. */
export function policyArns(input: Pick<RightsTemplateInput, 'target' | 'qualifier' | 'rights'>): readonly string[] {
  return input.rights.policies.map((_document, index) => policyArn(input, `execution-${index + 1}`));
}

/** The ARN of the policy of who deploys. */
export function deployerPolicyArn(input: Pick<RightsTemplateInput, 'target' | 'qualifier'>): string {
  return policyArn(input, 'deployer');
}

function policyArn(input: Pick<RightsTemplateInput, 'target' | 'qualifier'>, name: string): string {
  const { partition, account } = input.target;
  return `arn:${partition}:iam::${account}:policy/${policyName(input, name)}`;
}

function policyName({ target, qualifier }: Pick<RightsTemplateInput, 'target' | 'qualifier'>, name: string): string {
  return `cdk-${qualifier}-${name}-${target.account}-${target.region}`;
}

function managedPolicy(name: string, description: string, document: JsonObject): JsonObject {
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { ManagedPolicyName: name, Description: description, PolicyDocument: document },
  };
}

/**
 * What a person needs who deploys: the bootstrap roles, which change everything, and what `llmops deploy` and `destroy` read
 * themselves. What they read and write of assets depends on who brings them, and is not here.
 */
function deployerPolicy(input: RightsTemplateInput): JsonObject {
  const { target, qualifier, stackNames } = input;
  const { partition, account, region } = target;
  const arn = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const bootstrapRole = (role: string): string =>
    `arn:${partition}:iam::${account}:role/cdk-${qualifier}-${role}-role-${account}-${region}`;
  const roles = ['deploy', 'file-publishing', 'image-publishing', 'lookup'];
  return managedPolicy(policyName(input, 'deployer'), 'Lets who has it deploy through the bootstrap roles', {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'BecomeBootstrapRole',
        Effect: 'Allow',
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Resource: roles.map((role) => bootstrapRole(role)),
      },
      {
        Sid: 'ReadStacks',
        Effect: 'Allow',
        Action: [
          'cloudformation:DescribeEvents',
          'cloudformation:DescribeStackEvents',
          'cloudformation:DescribeStacks',
          'cloudformation:GetTemplate',
          'cloudformation:ListChangeSets',
          'cloudformation:ListStackResources',
        ],
        Resource: stackNames.map((name) => arn('cloudformation', `stack/${name}/*`)),
      },
      {
        Sid: 'ReadBootstrapVersion',
        Effect: 'Allow',
        Action: ['ssm:GetParameter'],
        Resource: [arn('ssm', `parameter/cdk-bootstrap/${qualifier}/version`)],
      },
      {
        Sid: 'ReadBootstrapRoles',
        Effect: 'Allow',
        Action: ['iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
        Resource: ['cfn-exec', 'deploy'].map((role) => bootstrapRole(role)),
      },
      {
        Sid: 'ReadExecutionPolicies',
        Effect: 'Allow',
        Action: ['iam:GetPolicy', 'iam:GetPolicyVersion'],
        Resource: policyArns(input),
      },
    ],
  });
}
