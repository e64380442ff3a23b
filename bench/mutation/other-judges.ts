import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { App, CloudFormationValidatePlugin, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks, ServerlessChecks } from 'cdk-nag';
import type { Template } from './template';

/** What a checker says about each of several templates: its rules with their resources. A mutant is killed where it says more. */
export type Judge = (templates: readonly Template[]) => readonly ReadonlySet<string>[];

/** Five packs of cdk-nag together, on each template as the CDK includes it. */
export function judgedByNag(templates: readonly Template[]): readonly ReadonlySet<string>[] {
  return inFiles(templates, (files) => files.map(nagFindings));
}

function nagFindings(file: string): ReadonlySet<string> {
  const app = new App({ autoSynth: false, analyticsReporting: false, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'stack', { env: { account: '111111111111', region: 'eu-central-1' } });
  try {
    new CfnInclude(stack, 'template', { templateFile: file });
  } catch {
    // A template that the CDK cannot include is counted for cdk-nag.
    return new Set(['refused by the CDK']);
  }
  const packs = [AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks, ServerlessChecks];
  return new Set(
    packs.flatMap((pack) =>
      new pack()
        .validateScope(app)
        .violations.flatMap(({ ruleName, violatingResources }) =>
          violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath ?? ''}`),
        ),
    ),
  );
}

/** The validator inside aws-cdk-lib, with errors and warnings. It takes seconds to start, once for all templates. */
export function judgedByCdk(templates: readonly Template[]): readonly ReadonlySet<string>[] {
  return inFiles(templates, (files, folder) => {
    const plugin: Pick<IPolicyValidationPlugin, 'validate'> = new CloudFormationValidatePlugin();
    const { violations } = plugin.validate({
      templatePaths: [...files],
      stackTemplates: files.map((file) => ({
        templatePath: file,
        stackConstructPath: file,
        accountId: '111111111111',
        region: 'eu-central-1',
      })),
      appConstruct: new App({ outdir: folder, autoSynth: false, analyticsReporting: false }),
    });
    const found = new Map<string, Set<string>>(files.map((file) => [file, new Set()]));
    for (const { ruleName, violatingResources } of violations) {
      for (const { templatePath = '', resourceLogicalId, locations } of violatingResources) {
        found.get(templatePath)?.add(`${ruleName} ${resourceLogicalId ?? ''} ${locations.join()}`);
      }
    }
    return files.map((file) => found.get(file) ?? new Set<string>());
  });
}

function inFiles<T>(templates: readonly Template[], use: (files: readonly string[], folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-mutation-'));
  try {
    const files = templates.map((template, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(template));
      return file;
    });
    return use(files, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
