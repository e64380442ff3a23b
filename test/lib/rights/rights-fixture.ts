import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { awsTemplates } from '../../../bin/rehearse/aws-templates';
import type { JsonObject } from '../../../lib/constraints/json';
import type { LocalAws } from '../../../lib/local/aws';
import { startLocalAws } from '../../../lib/local/aws';
import type { LocalAwsOptions } from '../../../lib/local/aws/local-aws';
import type { StackTemplate } from '../../../lib/local/rehearsal/change';
import { StackApi } from '../../../lib/local/rehearsal/stack-api';
import type { EnvironmentPlan } from '../../../lib/plan';
import type { ExecutionRights, RightsStack, RightsTarget } from '../../../lib/rights';
import { bootstrapTemplate, executionRights, rightsTemplate } from '../../../lib/rights';
import { client } from '../local/aws/wire';

/** An environment of AWS with the rights that its templates need. */
export interface EnvironmentRights {
  readonly target: RightsTarget;
  readonly templates: readonly StackTemplate[];
  readonly stacks: readonly RightsStack[];
  readonly rights: ExecutionRights;
}

/** The rights of a planned environment. */
export function rightsOf({ aws, ...plan }: EnvironmentPlan): EnvironmentRights {
  if (aws === undefined) throw new Error('the environment has no aws side');
  const folder = mkdtempSync(join(tmpdir(), 'llmops-rights-'));
  const templates = awsTemplates({ ...plan, aws }, folder);
  rmSync(folder, { recursive: true });
  const stacks = templates.map(({ name, template }) => ({ name, template: JSON.parse(template) as JsonObject }));
  const target = { partition: 'aws', account: aws.account.value, region: aws.region.value };
  const rights = executionRights(stacks, target);
  if (!rights.ok) throw new Error(JSON.stringify(rights.issues));
  return { target, templates, stacks, rights: rights.value };
}

/** The bootstrap template of the installed CDK CLI. */
export function originalTemplate(): JsonObject {
  const folder = dirname(createRequire(__filename).resolve('aws-cdk/package.json'));
  return parse(readFileSync(join(folder, 'lib/api/bootstrap/bootstrap-template.yaml'), 'utf8')) as JsonObject;
}

/** The templates of the policies and of the bootstrap stack of an environment. */
export function templatesOf(
  { target, stacks, rights }: EnvironmentRights,
  permissionsBoundary?: string,
): readonly [JsonObject, JsonObject] {
  const made = {
    target,
    platform: 'support-assistant',
    qualifier: 'hnb659fds',
    stackNames: stacks.map(({ name }) => name),
    rights,
  };
  const template = bootstrapTemplate({
    ...made,
    original: originalTemplate(),
    ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
  });
  if (template === undefined) throw new Error('the template of the CDK is not known');
  return [rightsTemplate(made), template];
}

/** A local cloud with the bootstrap stack of an environment, and CloudFormation that deploys as its execution role. */
export async function bootstrapped(
  environment: EnvironmentRights,
  options: LocalAwsOptions = {},
): Promise<{ readonly cloud: LocalAws; readonly api: StackApi }> {
  const { account, region } = environment.target;
  const cloud = await startLocalAws(options);
  const [policies, toolkit] = templatesOf(environment);
  for (const [StackName, template] of [
    ['CDKToolkit-rights', policies],
    ['CDKToolkit', toolkit],
  ] as const) {
    const answer = await client(cloud, account, region).query('cloudformation', 'CreateStack', {
      StackName,
      TemplateBody: JSON.stringify(template),
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    });
    await cloud.idle();
    const made = cloud.stacks().find(({ stack }) => stack === StackName);
    if (made?.status !== 'CREATE_COMPLETE') throw new Error(`${made?.statusReason ?? ''} ${answer.text}`);
  }
  const role = `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`;
  return { cloud, api: new StackApi(cloud, account, region, role) };
}
