import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set KmsKeyId in CoreDumpConfig: a core dump holds prompts and weights in clear text. */
export const coreDumpKey = propertyRule(
  {
    code: 'CoreDumpKey',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'A core dump holds prompts and weights in clear text.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::EndpointConfig'],
      path: 'ProductionVariants.*.CoreDumpConfig.KmsKeyId',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'ProductionVariants.0.CoreDumpConfig'),
    },
  ],
);
