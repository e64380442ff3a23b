import * as iam from 'aws-cdk-lib/aws-iam';
import { GpuInferenceEndpoint } from '../../../../constructs/aws';
import { network, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { warmEndpointSlice } from '../../../helpers/aws-plan-fixture';
import { statementsOf } from '../../../helpers/aws-policies';

test('an imported endpoint is granted by its name', () => {
  const stack = testStack();
  const endpoint = GpuInferenceEndpoint.fromEndpointName(stack, 'Chat', 'Support-Dev-chat');
  endpoint.grants.invoke(new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() }));
  const statement = statementsOf(templateOf(stack)).find(({ actions }) => actions.includes('sagemaker:InvokeEndpoint'));
  expect(endpoint.endpointName).toBe('Support-Dev-chat');
  expect(JSON.stringify(statement?.resources)).toContain(':endpoint/support-dev-chat');
});

test('an endpoint gives its role more rights, and others a way to its network interfaces', () => {
  const stack = testStack();
  const endpoint = new GpuInferenceEndpoint(stack, 'Chat', {
    placement: warmEndpointSlice(),
    network,
    encryptionKey: testKey(stack),
  });
  iam.Grant.addToPrincipal({
    grantee: endpoint,
    actions: ['dynamodb:GetItem'],
    resourceArns: ['arn:aws:dynamodb:::t'],
  });
  expect(endpoint.connections.securityGroups.map(({ securityGroupId }) => securityGroupId)).toEqual(['sg-1']);
  expect(endpoint.connections).toBe(endpoint.connections);
  expect(statementsOf(templateOf(stack)).flatMap(({ actions }) => actions)).toContain('dynamodb:GetItem');
});
