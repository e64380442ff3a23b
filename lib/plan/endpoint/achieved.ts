import type { Dtype } from '../../catalog/types';
import type { EndpointSpec } from '../../platform';
import type { Decision, Figures } from '../decision';
import type { SizedEndpoint } from './size';
import type { PriceBasis } from '../price-basis';

/** What the size chosen for an endpoint achieves at the planned peak: what its alternatives are compared with. */
export interface EndpointPerformance {
  /** Repository of the model. */
  readonly model: string;
  readonly accelerator: string;
  /** GPUs that share one copy. */
  readonly tensorParallel: number;
  /** Number format of the weights. */
  readonly dtype: Dtype;
  /** Copies that carry the peak; an environment below production runs fewer. */
  readonly copies: number;
  /** Dollars a month of those copies around the clock. */
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
  /** Of all those copies together. */
  readonly figures: Figures;
  /** What was asked for. @default - no limit */
  readonly objective: { readonly timeToFirstTokenMs?: number; readonly timePerOutputTokenMs?: number };
}

/** States the chosen size's figures with the evidence behind them. */
export function endpointPerformance(
  { slo }: EndpointSpec,
  { architecture, size: { value: size, because } }: Pick<SizedEndpoint, 'architecture' | 'size'>,
): Decision<EndpointPerformance> {
  const evidence = because.filter(({ rule }) => rule === 'size.evidence');
  return {
    value: {
      model: architecture.id,
      accelerator: size.accelerator,
      tensorParallel: size.tensorParallel,
      dtype: size.dtype,
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
