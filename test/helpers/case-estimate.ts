import { catalog } from '../../lib/catalog';
import type { Estimate } from '../../lib/plan/estimate/estimate';
import { estimate } from '../../lib/plan/estimate/estimate';
import type { EstimateRequest } from '../../lib/plan/estimate/request';
import type { Issue, Result } from '../../lib/platform';

/** An estimate with the real catalogue. */
function caseEstimate(request: EstimateRequest): Result<Estimate> {
  return estimate(request, catalog);
}

/** The estimate that a case asks for. Fails the test with the issues when there is none. */
export function estimated(request: EstimateRequest): Estimate {
  const found = caseEstimate(request);
  if (!found.ok) throw new Error(JSON.stringify(found.issues, null, 2));
  return found.value;
}

/** What the estimate reports. */
export function estimateRefusals(request: EstimateRequest): readonly Issue[] {
  return caseEstimate(request).issues;
}
