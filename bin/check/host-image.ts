import { cudaMajorOf, hostTriple } from '../../lib/catalog/host-images';
import type { HostImageFact } from '../../lib/review';

/** The first CUDA version that no default host image is known to run. */
const newestCuda = 13;

/** What the catalogue says about the host image of a variant: see `RuleContext.hostImage`. */
export function hostImageFact(tag: string, instanceType: string, stated?: string): HostImageFact | undefined {
  const best = hostTriple({ tag }, instanceType);
  const known = best.kind === 'host' ? { known: best.host } : {};
  if (stated === undefined) return (cudaMajorOf(tag) ?? 0) < newestCuda ? undefined : known;
  const chosen = hostTriple({ tag, inferenceAmiVersion: stated }, instanceType);
  return chosen.kind === 'impossible' ? { ...known, problem: chosen.reason } : known;
}
