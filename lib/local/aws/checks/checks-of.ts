import type { ResourceCheck } from './check';
import { endpointConfigExists } from './endpoint-config-exists';
import { endpointConfigKms } from './endpoint-config-kms';
import { endpointConfigModels } from './endpoint-config-models';
import { knowledgeBaseDimension } from './knowledge-base-dimension';
import { lambdaCode } from './lambda-code';
import { scalableTargetEndpoint } from './scalable-target-endpoint';

const CHECKS: Readonly<Record<string, readonly ResourceCheck[]>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': [scalableTargetEndpoint],
  'AWS::Bedrock::KnowledgeBase': [knowledgeBaseDimension],
  'AWS::SageMaker::Endpoint': [endpointConfigExists],
  'AWS::Lambda::Function': [lambdaCode],
  'AWS::Lambda::LayerVersion': [lambdaCode],
  'AWS::SageMaker::EndpointConfig': [endpointConfigKms, endpointConfigModels],
};

/** The cross-resource checks of a type. */
export function checksOf(type: string): readonly ResourceCheck[] {
  return CHECKS[type] ?? [];
}
