import type { App } from 'aws-cdk-lib';
import { CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/**
 * SageMaker refuses a key on endpoint configurations of instance types whose disks are local NVMe, and no checker knows.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html
 */
export const noKeyOnLocalNvme = `
let keyed = Resources.*[ Type == 'AWS::SageMaker::EndpointConfig' Properties.KmsKeyId exists ]

rule no_kms_on_nvme when %keyed !empty {
  %keyed.Properties.ProductionVariants[*].InstanceType
    != /^ml\\.(g4dn|g[56]|g6[ef]|g7e?|gr6f?|p3dn|p4de?|p5|p5en?|p6-b[23]00|p6e-gb200|trn1n?|trn2|c5d|m5d|r5d)\\./
}
`;

/** The plugin declares members that may be undefined where its own interface wants them left out. */
class StrictValidation extends CloudFormationValidatePlugin {
  override get version(): string {
    return super.version ?? 'bundled';
  }

  override get ruleIds(): string[] {
    return super.ruleIds ?? [];
  }
}

/**
 * Checks every template of an app at synthesis: the built-in rules, the rule for local disks, and cdk-nag's AWS
 * Solutions.
 *
 * Findings are in `validation-report.json` of the assembly. Starting the checks takes seconds, once per process. Not
 * exported with the stacks: deploying needs no checker installed.
 */
export function addStrictChecks(app: App): void {
  Validations.of(app).addPlugins(
    // Registering the plugin replaces the instance the CDK adds by itself; its own rules stay on.
    new StrictValidation({ guardRules: [{ name: 'llmops-kit', content: noKeyOnLocalNvme }] }),
    new AwsSolutionsChecks(app),
  );
}
