import type { TestTemplate } from '../../lib/local/aws/engine';
import { Engine, failures } from '../../lib/local/aws/engine';
import type { Case } from '../case';

const component = (copies: number): TestTemplate => ({
  Resources: {
    Config: {
      Type: 'AWS::SageMaker::EndpointConfig',
      Properties: {
        EndpointConfigName: 'chat',
        ExecutionRoleArn: 'arn:aws:iam::111111111111:role/chat',
        ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g5.xlarge', InitialInstanceCount: 1 }],
      },
    },
    Endpoint: {
      Type: 'AWS::SageMaker::Endpoint',
      DependsOn: 'Config',
      Properties: { EndpointName: 'chat', EndpointConfigName: 'chat' },
    },
    Component: {
      Type: 'AWS::SageMaker::InferenceComponent',
      DependsOn: 'Endpoint',
      Properties: {
        EndpointName: 'chat',
        VariantName: 'v',
        Specification: { Container: { Image: 'chat' }, ComputeResourceRequirements: { MinMemoryRequiredInMb: 1024 } },
        RuntimeConfig: { CopyCount: copies },
      },
    },
  },
});

/** Source: stdapi-ai/stdapi.ai issue 43 (2026-08-27). */
export const p18: Case = {
  id: 'P18',
  fault: 'an inference component that is created with no copy',
  expected: 'the local cloud refuses it, and lets an existing one go to zero',
  check() {
    const engine = new Engine();
    expect(failures(engine.deploy(engine.stack('a'), component(0)))).toEqual([
      expect.stringContaining('CopyCount 0 is below 1'),
    ]);
    const stack = engine.deploy(engine.stack('b'), component(1));
    expect(engine.deploy(stack, component(0)).status).toBe('UPDATE_COMPLETE');
  },
};
