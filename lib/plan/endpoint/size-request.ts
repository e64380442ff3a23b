import type { Catalog, ModelArchitecture } from '../../catalog/types';
import type { EndpointSpec } from '../../platform';
import type { SizeRequest } from '../sizing';
import { redundant } from '../tier';

/** Context lengths are planned in steps of this many tokens. */
const contextStep = 1024;

/** An endpoint and the part of its load to size for. */
export interface SizeInput {
  readonly path: string;
  readonly endpoint: EndpointSpec;
  readonly architecture: ModelArchitecture;
  readonly catalog: Pick<Catalog, 'accelerators' | 'carbon'>;
  /** Fraction of the peak to serve. @default 1 */
  readonly peakShare?: number;
  /** Copies the spec pins. Fewer than production needs are accepted here; the caller warns. @default - none */
  readonly pinnedReplicas?: number;
}

/** The request to the sizing: the same for every cloud and service, so that their results can be compared. */
export function sizeRequest(input: SizeInput): SizeRequest {
  const { path, endpoint, architecture, catalog, peakShare = 1, pinnedReplicas } = input;
  const { traffic } = endpoint;
  return {
    path,
    model: architecture,
    accelerators: catalog.accelerators,
    traffic: {
      peakConcurrency: Math.max(1, Math.ceil(traffic.peakConcurrency * peakShare - 1e-9)),
      inputTokens: traffic.inputTokens,
      outputTokens: traffic.outputTokens,
      maxTokens: longestRequest(endpoint, architecture),
    },
    slo: endpoint.slo ?? {},
    minReplicas: Math.min(redundant, pinnedReplicas ?? redundant),
    carbon: catalog.carbon,
  };
}

function longestRequest({ traffic }: EndpointSpec, { maxContext }: ModelArchitecture): number {
  if (traffic.maxTokens !== undefined) return traffic.maxTokens;
  const typical = traffic.inputTokens + traffic.outputTokens;
  return Math.min(maxContext, Math.ceil((4 * typical) / contextStep) * contextStep);
}
