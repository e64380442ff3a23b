import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { endpointNotScaled } from '../../../../../lib/review/rules/sagemaker/endpoint-not-scaled';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });

const endpoint = node('Endpoint', 'AWS::SageMaker::Endpoint', { EndpointName: 'chat' });
const target = (ResourceId: PropertyValue): ResourceNode =>
  node('Target', 'AWS::ApplicationAutoScaling::ScalableTarget', { ServiceNamespace: 'sagemaker', ResourceId });

test.each<[string, readonly ResourceNode[], number]>([
  ['a target that refers to it', [target({ 'Fn::Sub': 'endpoint/${Endpoint.EndpointName}/variant/a' })], 0],
  ['a target that names it', [target('endpoint/chat/variant/a')], 0],
  ['a target of another', [target('endpoint/other/variant/a')], 1],
  ['a target that is not known', [target({ Ref: 'Resource' })], 0],
  ['no target', [], 1],
])('an endpoint with %s', (_name, others, count) => {
  expect(check([endpoint, ...others], [endpointNotScaled]).findings).toHaveLength(count);
});
