import type { ResourceNode } from '../../../graph';
import { knownAt } from '../../known';
import { textOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add a scalable target and a scaling policy: a burst of questions waits, and a quiet night is paid for. */
export const endpointNotScaled: Rule = {
  code: 'EndpointNotScaled',
  family: 'sagemaker',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'A burst of questions waits, and a quiet night is paid for.',
  source: { url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling.html', asOf: '2026-11-30' },
  types: ['AWS::SageMaker::Endpoint'],
  check(endpoint, _context, graph) {
    const components = graph.referrersOf(endpoint).filter(({ type }) => type === 'AWS::SageMaker::InferenceComponent');
    const targets = graph
      .ofType('AWS::ApplicationAutoScaling::ScalableTarget', endpoint)
      .filter(({ properties }) => properties.ServiceNamespace === 'sagemaker');
    const name = knownAt(endpoint.properties, 'EndpointName');
    const scales = (target: ResourceNode): boolean => {
      const named = graph.referencedBy(target.properties.ResourceId, target);
      const text = textOf(target.properties.ResourceId);
      const other = target.stack !== endpoint.stack && (text === undefined || text.includes('${'));
      return (
        named.includes(endpoint) ||
        components.some((one) => named.includes(one)) ||
        other ||
        (typeof name === 'string' && (text?.includes(name) ?? false)) ||
        text === undefined
      );
    };
    // Copies may be scaled by their own name.
    if (targets.some(scales) || (components.length > 0 && targets.length > 0)) return [];
    return [{ path: '', message: 'no scaling target', fix: fixOf('EndpointNotScaled') }];
  },
};
