import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as cdk from 'aws-cdk-lib';
import type { JsonObject } from '../../lib/constraints/json';
import { isObject } from '../../lib/constraints/json';
import type { SynthesizedStack } from '../../lib/graph';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform/issue';
import type { Finding } from '../../lib/review';

/** The code of every finding of the validator. */
const validation = { code: 'CdkValidation' } as const;

/** The validator is asked for, and not there. */
export const validatorMissing: Issue = {
  code: 'CdkValidatorMissing',
  path: '--with-cdk',
  message: 'aws-cdk-lib is not installed here, or has no validator',
  expected: 'aws-cdk-lib with CloudFormationValidatePlugin, such as 2.276.0',
};

/**
 * What the validator inside aws-cdk-lib says about templates. Its rules are not those of the kit: what both find is listed
 * twice, each time with the rule.
 * @param load loads aws-cdk-lib
 */
export async function cdkFindings(
  templates: readonly SynthesizedStack[],
  region: string | undefined,
  load: () => Promise<Partial<typeof cdk>> = () => import('aws-cdk-lib'),
): Promise<Result<readonly Finding[]>> {
  const library = await loaded(load);
  if (library === undefined) {
    return failure([validatorMissing]);
  }
  const folder = mkdtempSync(join(tmpdir(), 'llmops-check-'));
  try {
    const files = templates.map((template, index) => ({ template, path: join(folder, `${index}.json`) }));
    for (const { template, path } of files) writeFileSync(path, JSON.stringify(template.template));
    const { violations } = new library.CloudFormationValidatePlugin().validate({
      templatePaths: files.map(({ path }) => path),
      stackTemplates: files.map(({ path, template }) => ({
        templatePath: path,
        stackConstructPath: template.stack,
        accountId: undefined,
        region,
      })),
      appConstruct: new library.App({ outdir: folder, autoSynth: false, analyticsReporting: false }),
    });
    return success(
      violations.flatMap((violation) =>
        violation.violatingResources.flatMap((place) => {
          const found = files.find(({ path }) => path === place.templatePath);
          return found === undefined ? [] : [finding(violation, place, found.template)];
        }),
      ),
    );
  } catch (error) {
    const message = `the validator of aws-cdk-lib failed: ${String(error)}`;
    return failure([
      { code: 'CdkValidatorFailed', path: '--with-cdk', message, expected: 'templates that it can read' },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Library = Pick<typeof cdk, 'App' | 'CloudFormationValidatePlugin'>;

/** @returns undefined where the library is absent, or older than its validator */
async function loaded(load: () => Promise<Partial<typeof cdk>>): Promise<Library | undefined> {
  try {
    const { App, CloudFormationValidatePlugin } = await load();
    return App === undefined || CloudFormationValidatePlugin === undefined
      ? undefined
      : { App, CloudFormationValidatePlugin };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

type Violation = cdk.PolicyViolation;

function finding(
  { ruleName, description, severity, fix }: Violation,
  { resourceLogicalId: logicalId, locations: [location = ''] }: Violation['violatingResources'][number],
  { environment, stack, template }: SynthesizedStack,
): Finding {
  const path = location.replace(/^Properties\./, '');
  const problem = description.startsWith(`${path}: `) ? description.slice(path.length + 2) : description;
  return {
    rule: validation.code,
    severity: severity === 'error' || severity === 'fatal' ? 'error' : 'warning',
    environment,
    cloud: 'aws',
    address: logicalId === undefined ? stack : `${stack}/${logicalId}`,
    type: logicalId === undefined ? 'AWS::CloudFormation::Stack' : typeOf(template as JsonObject, logicalId),
    path,
    message: `${problem} (${ruleName} of aws-cdk-lib)`,
    fix: fix ?? 'change what the rule names',
  };
}

function typeOf(template: JsonObject, logicalId: string): string {
  const resources = template['Resources'];
  const resource = isObject(resources) ? resources[logicalId] : undefined;
  const type = isObject(resource) ? resource['Type'] : undefined;
  return typeof type === 'string' ? type : 'AWS::CloudFormation::Stack';
}
