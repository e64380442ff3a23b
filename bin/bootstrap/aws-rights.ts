import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog } from '../../lib/catalog';
import type { JsonObject } from '../../lib/constraints/json';
import type { StackTemplate } from '../../lib/local/rehearsal';
import type { AwsPlan, EnvironmentPlan } from '../../lib/plan';
import { plan as planOf } from '../../lib/plan';
import { partitionOf } from '../../lib/plan/aws/partition';
import type { Issue, ResolvedPlatform, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import type { ExecutionRights, RightsTarget } from '../../lib/rights';
import { bootstrapTemplate, deployerPolicyArn, executionRights, policyArns, rightsTemplate } from '../../lib/rights';
import { originalTemplate } from './original-template';

/** What is written for the AWS half of an environment. */
export interface AwsBootstrap {
  readonly target: RightsTarget;
  readonly qualifier: string;
  /** Environments that the bootstrap stack deploys: those of the same account, region and qualifier. */
  readonly environments: readonly string[];
  readonly toolkitStack: string;
  readonly rights: ExecutionRights;
  /** Template of the bootstrap stack. */
  readonly template: JsonObject;
  /** Template of the stack of the policies. */
  readonly rightsTemplate: JsonObject;
  /** ARNs of the policies of the execution role. */
  readonly executionPolicies: readonly string[];
  /** ARN of the policy of who deploys. */
  readonly deployerPolicy: string;
}

/** A stack by its name in CloudFormation, with the text of its template. */
export type NamedTemplate = Pick<StackTemplate, 'name' | 'template'>;

/** Loaded on demand: an environment without an AWS side must not need the CDK. */
interface AwsTemplatesModule {
  readonly awsTemplates: (plan: EnvironmentPlan, outdir: string) => readonly StackTemplate[];
}

/** Which bootstrap of an environment. */
export interface BootstrapPlace {
  /** @default - the region of the environment; the standby region has another bootstrap stack */
  readonly region?: string;
  /** The stacks of an environment, as far as they are there. @default - all are synthesized in this process */
  readonly templates?: (plan: EnvironmentPlan) => readonly NamedTemplate[];
}

/** The rights of every environment that shares the bootstrap stack of one, and the stack's template. */
export function awsBootstrap(
  platform: ResolvedPlatform,
  environment: string,
  aws: AwsPlan,
  { region = aws.region.value, templates = () => [] }: BootstrapPlace = {},
): Result<AwsBootstrap> {
  const original = originalTemplate(process.cwd());
  const planned = sharing(platform, environment, aws, region);
  if (!original.ok || !planned.ok) return failure([...original.issues, ...planned.issues]);
  const target = { partition: partitionOf(region), account: aws.account.value, region };
  const stacks = planned.value.flatMap((plan) =>
    inRegion(there(templates(plan), plan), plan, region).map(({ name, template }) => ({
      name,
      template: JSON.parse(template) as JsonObject,
    })),
  );
  const rights = executionRights(stacks, target);
  if (!rights.ok) return rights;
  const qualifier = aws.bootstrapQualifier.value;
  const boundary = aws.roles?.permissionsBoundary?.value.split(':policy/')[1];
  const stackNames = stacks.map(({ name }) => name);
  const made = { target, platform: platform.name, qualifier, stackNames, rights: rights.value };
  const template = bootstrapTemplate({
    ...made,
    original: original.value,
    ...(boundary === undefined ? {} : { permissionsBoundary: boundary }),
  });
  if (template === undefined) return failure([unknownTemplate]);
  return success({
    target,
    qualifier,
    environments: planned.value.map((plan) => plan.environment),
    toolkitStack: toolkitStackName(qualifier),
    rights: rights.value,
    template,
    rightsTemplate: rightsTemplate(made),
    executionPolicies: policyArns(made),
    deployerPolicy: deployerPolicyArn(made),
  });
}

/** The CDK's name for its own qualifier, so that the stack that is there is changed; another name for another. */
export function toolkitStackName(qualifier: string): string {
  return qualifier === 'hnb659fds' ? 'CDKToolkit' : `CDKToolkit-${qualifier}`;
}

const unknownTemplate: Issue = {
  code: 'BootstrapTemplateUnknown',
  path: 'aws-cdk',
  message: 'its bootstrap template lacks a role that the kit replaces',
  expected: 'the bootstrap template of aws-cdk 2.1148.1',
  fix: 'npm install --save-dev --save-exact aws-cdk@2.1148.1',
};

/**
 * The plans of all environments that have stacks in the same account and region and the same qualifier, in the order of the
 * config.
 */
function sharing(
  platform: ResolvedPlatform,
  environment: string,
  aws: AwsPlan,
  region: string,
): Result<readonly EnvironmentPlan[]> {
  const same = Object.entries(platform.environments).flatMap(([name, { aws: other }]) =>
    name === environment ||
    (other?.account === aws.account.value &&
      [other.region, other.standby?.region].includes(region) &&
      (other.bootstrapQualifier ?? 'hnb659fds') === aws.bootstrapQualifier.value)
      ? [planOf(platform, name, catalog)]
      : [],
  );
  const plans = same.flatMap((one) => (one.ok ? [one.value] : []));
  return plans.length === same.length ? success(plans) : failure(same.flatMap(({ issues }) => issues));
}

/** The stacks of an environment that are in a region: that of the second place is in its own. */
function inRegion(
  stacks: readonly NamedTemplate[],
  { aws }: EnvironmentPlan,
  region: string,
): readonly NamedTemplate[] {
  const second = aws?.standby;
  return stacks.filter(({ name }) => {
    const isSecond = second !== undefined && name === second.stack?.stackName.value;
    return region === (isSecond ? second.region.value : aws?.region.value);
  });
}

function there(templates: readonly NamedTemplate[], plan: EnvironmentPlan): readonly NamedTemplate[] {
  return templates.length > 0 ? templates : synthesized(plan);
}

function synthesized(plan: EnvironmentPlan): readonly NamedTemplate[] {
  const { awsTemplates } = require('../rehearse/aws-templates') as AwsTemplatesModule;
  const folder = mkdtempSync(join(tmpdir(), 'llmops-bootstrap-'));
  try {
    return awsTemplates(plan, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
