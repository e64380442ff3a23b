import { runtimeIdleTime } from '../../../../../lib/review/rules/bedrock/runtime-idle-time';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(runtimeIdleTime, {
  type: 'AWS::BedrockAgentCore::Runtime',
  right: { LifecycleConfiguration: { IdleRuntimeSessionTimeout: 900 } },
  wrong: { 'LifecycleConfiguration.IdleRuntimeSessionTimeout': [14400] },
});
