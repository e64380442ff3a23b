import type { TestTemplate } from '../../lib/local/aws/engine';
import { Engine, failures } from '../../lib/local/aws/engine';
import type { Case } from '../case';

const config = (properties: Readonly<Record<string, unknown>>): TestTemplate => ({
  Resources: {
    Config: {
      Type: 'AWS::SageMaker::EndpointConfig',
      Properties: {
        ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g6e.2xlarge', InitialInstanceCount: 1 }],
        ...properties,
      },
    },
  },
});

/** Source: stdapi-ai/stdapi.ai issue 43 (2026-08-27). */
export const p17: Case = {
  id: 'P17',
  fault: 'an endpoint configuration for inference components without an execution role',
  expected: 'the local cloud refuses it',
  check() {
    const engine = new Engine();
    const refused = engine.deploy(engine.stack('a'), config({}));
    expect(failures(refused)).toEqual([expect.stringContaining('#/ExecutionRoleArn: variant 0 has no ModelName')]);
    const role = { ExecutionRoleArn: 'arn:aws:iam::111111111111:role/chat' };
    expect(engine.deploy(engine.stack('b'), config(role)).status).toBe('CREATE_COMPLETE');
  },
};
