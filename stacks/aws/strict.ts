import type { App } from 'aws-cdk-lib';
import { CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { familiesWithLocalNvme } from '../../lib/constraints/local-nvme';

/**
 * SageMaker refuses a key on endpoint configurations of instance types with local NVMe disks. No public checker has this
 * rule.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html
 */
export const noKeyOnLocalNvme = `
let keyed = Resources.*[ Type == 'AWS::SageMaker::EndpointConfig' Properties.KmsKeyId exists ]

rule no_kms_on_nvme when %keyed !empty {
  %keyed.Properties.ProductionVariants[*].InstanceType
    != /^ml\\.(${familiesWithLocalNvme.join('|')})\\./
}
`;

/** The members of the plugin can be undefined, which its interface does not allow. */
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
 * Findings are in `validation-report.json` of the assembly. The checks take seconds to start, once per process. They are
 * not exported with the stacks, so that a deployment needs no checker.
 */
export function addStrictChecks(app: App): void {
  Validations.of(app).addPlugins(
    // Registering the plugin replaces the instance that the CDK adds. Its built-in rules stay on.
    new StrictValidation({ guardRules: [{ name: 'llmops-kit', content: noKeyOnLocalNvme }] }),
    new AwsSolutionsChecks(app),
  );
}
