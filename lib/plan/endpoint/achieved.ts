import type { EndpointSpec } from '../../platform';
import type { Decision } from '../decision';
import type { EndpointPerformance } from './endpoint-plan';
import type { SizedEndpoint } from './size';

/** The figures of the chosen size, with the evidence for them. */
export function endpointPerformance(
  { slo, adapters = {} }: EndpointSpec,
  { architecture, size: { value: size, because } }: Pick<SizedEndpoint, 'architecture' | 'size'>,
): Decision<EndpointPerformance> {
  const loaded = Object.entries(adapters).map(([name, { rank }]) => ({ name, rank }));
  const evidence = because.filter(({ rule }) => rule === 'size.evidence');
  return {
    value: {
      model: architecture.id,
      accelerator: size.accelerator,
      tensorParallel: size.tensorParallel,
      dtype: size.dtype,
      ...(loaded.length === 0 ? {} : { adapters: loaded }),
      copies: size.replicas,
      usdPerMonth: size.usdPerMonth,
      price: size.price,
      figures: size.figures,
      objective: slo ?? {},
    },
    because: evidence.length === 0 ? because : evidence,
    rejected: [],
  };
}
