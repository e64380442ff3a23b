import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { WorkloadNetwork } from '../../constructs/aws';
import { withServiceStatements } from '../../constructs/aws';
import type { SettledPlan } from '../../lib/plan';
import { PlatformStage } from '../../stacks/aws';

export { at, listAt } from './json-path';

interface CdkJson {
  readonly context: Record<string, unknown>;
}

const { context } = JSON.parse(readFileSync(join(__dirname, '../../cdk.json'), 'utf8')) as CdkJson;

/** A resource as it stands in a template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
}

export interface TemplateJson {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Parameters: Readonly<Record<string, { readonly Type: string; readonly Default?: string }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Export?: unknown }>>;
}

/** An app with the feature flags of the project. */
export function testApp(): App {
  return new App({ context });
}

const testAccount = '111111111111';
const testRegion = 'eu-central-1';

export function testStack(id = 'test'): Stack {
  return new Stack(testApp(), id, { env: { account: testAccount, region: testRegion } });
}

export const keyArn = `arn:aws:kms:${testRegion}:${testAccount}:key/00000000-0000-4000-8000-000000000000`;

/** An imported key whose policy lets every service use it. */
export function testKey(scope: Construct): IKey {
  return withServiceStatements(foreignKey(scope));
}

/** An imported key of which nothing more is known. */
export function foreignKey(scope: Construct): IKey {
  return kms.Key.fromKeyArn(scope, 'TestKey', keyArn);
}

export const network: WorkloadNetwork = {
  vpcId: 'vpc-1',
  subnetIds: ['subnet-a', 'subnet-b'],
  securityGroupId: 'sg-1',
};

export function templateOf(stack: Stack): TemplateJson {
  return Template.fromStack(stack).toJSON() as TemplateJson;
}

/** Stack id to template, of one environment. */
export function stageTemplates(plan: SettledPlan): Readonly<Record<string, TemplateJson>> {
  const assembly = new PlatformStage(testApp(), plan.environment, { plan }).synth();
  return Object.fromEntries(
    assembly.stacks.map((stack) => [
      stack.displayName.replace(/^.*\/([a-z]+) .*$/, '$1'),
      stack.template as TemplateJson,
    ]),
  );
}

/** Resources of a type, with their logical ids. */
export function resourcesOf(template: TemplateJson, type: string): readonly (readonly [string, TemplateResource])[] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** The only resource of a type. */
export function onlyResource(template: TemplateJson, type: string): TemplateResource {
  const found = resourcesOf(template, type);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`got ${found.length} of ${type}, expected one`);
  return first[1];
}
