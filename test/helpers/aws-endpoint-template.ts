import type { GpuInferenceEndpointProps } from '../../constructs/aws';
import { GpuInferenceEndpoint } from '../../constructs/aws';
import type { TemplateJson } from './aws-app';
import { network, templateOf, testKey, testStack } from './aws-app';

/** The template of one endpoint in a stack of its own, with overrides of its props. */
export function endpointTemplate(
  placement: GpuInferenceEndpointProps['placement'],
  overrides: Partial<GpuInferenceEndpointProps> = {},
): TemplateJson {
  const stack = testStack();
  new GpuInferenceEndpoint(stack, 'Endpoint', {
    placement,
    network,
    encryptionKey: testKey(stack),
    logRetentionDays: 30,
    dataRetention: 'destroy',
    ...overrides,
  });
  return templateOf(stack);
}
