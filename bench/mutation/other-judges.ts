import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { App, CloudFormationValidatePlugin, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks, ServerlessChecks } from 'cdk-nag';
import type { Template } from './template';

/** What a checker says about a template: its rules with their resources. A mutant is killed where it says more. */
export type Judge = (template: Template) => ReadonlySet<string>;

/** Five packs of cdk-nag together, on the template as the CDK includes it. */
export function judgedByNag(template: Template): ReadonlySet<string> {
  return inFile(template, (file) => {
    const app = new App({ autoSynth: false, analyticsReporting: false, builtinCloudFormationValidation: false });
    new CfnInclude(new Stack(app, 'stack', { env: { account: '111111111111', region: 'eu-central-1' } }), 'template', {
      templateFile: file,
    });
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
  });
}

/** The validator inside aws-cdk-lib, with errors and warnings. */
export function judgedByCdk(template: Template): ReadonlySet<string> {
  return inFile(template, (file, folder) => {
    const plugin: Pick<IPolicyValidationPlugin, 'validate'> = new CloudFormationValidatePlugin();
    const { violations } = plugin.validate({
      templatePaths: [file],
      stackTemplates: [
        { templatePath: file, stackConstructPath: 'stack', accountId: '111111111111', region: 'eu-central-1' },
      ],
      appConstruct: new App({ outdir: folder, autoSynth: false, analyticsReporting: false }),
    });
    return new Set(
      violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(
          ({ resourceLogicalId, locations }) => `${ruleName} ${resourceLogicalId ?? ''} ${locations.join()}`,
        ),
      ),
    );
  });
}

function inFile<T>(template: Template, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-mutation-'));
  try {
    const file = join(folder, 'template.json');
    writeFileSync(file, JSON.stringify(template));
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
