import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { apiWithoutFirewall } from '../../../../../lib/review/rules/application/api-without-firewall';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });

const stage = node('Stage', 'AWS::ApiGateway::Stage', { RestApiId: { Ref: 'Api' } });
const association = (ResourceArn: PropertyValue): ResourceNode =>
  node('Association', 'AWS::WAFv2::WebACLAssociation', { ResourceArn });

test.each<[string, readonly ResourceNode[], number]>([
  ['a firewall', [association({ 'Fn::Sub': 'arn:aws:apigateway:eu-central-1::/restapis/x/stages/${Stage}' })], 0],
  ['no firewall', [], 1],
  ['the firewall of another', [node('Other', 'AWS::ApiGateway::Stage'), association({ Ref: 'Other' })], 2 - 1 + 0],
  ['a firewall for what is not known', [association({ Ref: 'ArnParameter' })], 0],
])('a stage with %s', (_name, others, count) => {
  const findings = check([stage, ...others], [apiWithoutFirewall]).findings;
  expect(findings.filter(({ address }) => address === stage.address)).toHaveLength(count);
});
