import { textOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add an AWS::WAFv2::WebACLAssociation: a flood of long prompts is stopped by nothing. */
export const apiWithoutFirewall: Rule = {
  code: 'ApiWithoutFirewall',
  family: 'application',
  pack: 'production',
  safeguard: 'boundary',
  securityHub: ['APIGateway.4', 'ELB.16'],
  rationale: 'A flood of long prompts is stopped by nothing.',
  source: {
    url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::ApiGateway::Stage', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(stage, _context, graph) {
    if (stage.properties.Scheme === 'internal' || stage.properties.Type === 'network') return [];
    const associations = graph.ofType('AWS::WAFv2::WebACLAssociation', stage);
    const api = graph.referencedBy(stage.properties.RestApiId, stage);
    const protectedBy = associations.some((association) => {
      const named = graph.referencedBy(association.properties.ResourceArn, association);
      const unknown = named.length === 0 && textOf(association.properties.ResourceArn) === undefined;
      return unknown || named.includes(stage) || api.some((one) => named.includes(one));
    });
    return protectedBy ? [] : [{ path: '', message: 'has no web ACL', fix: fixOf('ApiWithoutFirewall') }];
  },
};
