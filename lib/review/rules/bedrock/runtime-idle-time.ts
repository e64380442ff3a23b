import { propertyRule } from '../../property-rule';

/** Set IdleRuntimeSessionTimeout to at most 3600: an idle session is paid for, and used by whoever takes it over. */
export const runtimeIdleTime = propertyRule(
  {
    code: 'RuntimeIdleTime',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'An idle session is paid for, and used by whoever takes it over.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-runtime.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::BedrockAgentCore::Runtime'],
      path: 'LifecycleConfiguration.IdleRuntimeSessionTimeout',
      must: { atMost: 3600 },
    },
  ],
);
