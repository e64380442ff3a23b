import type { Catalog, ModelArchitecture } from '../../catalog/types';
import type { EndpointSpec } from '../../platform';
import type { SizeRequest } from '../sizing';
import { redundant } from '../tier';

/** Context lengths are planned in steps of this many tokens. */
const contextStep = 1024;

export interface SizeQuestion {
  readonly path: string;
  readonly endpoint: EndpointSpec;
  readonly architecture: ModelArchitecture;
  readonly catalog: Pick<Catalog, 'accelerators' | 'carbon'>;
  /** Part of the peak that must be carried. @default - all of it */
  readonly peakShare?: number;
  /** Copies the spec pins: fewer than keep production up are honoured, and warned of where it matters. */
  readonly pinnedReplicas?: number;
}

/** What the sizing is asked: the same for every cloud and service, so that their answers can be compared. */
export function sizeRequest(question: SizeQuestion): SizeRequest {
  const { path, endpoint, architecture, catalog, peakShare = 1, pinnedReplicas } = question;
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
