import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../../lib/graph/kubernetes/read-manifests';
import { azureExclusions } from '../azure/excluded';
import type { Fixture } from '../fixture';
import type { Json } from '../template';
import { kubernetesAdditions, kubernetesRelevant } from './relevant';

/** An object of the API of Kubernetes. */
type Manifest = { [key: string]: Json } & { apiVersion: string; kind: string; metadata: { name: string } };

/** The hardened manifests. */
export function kubernetesFixture(): Fixture {
  const text = readFileSync(join(__dirname, 'hardened/kubernetes.json'), 'utf8');
  // A parser's boundary: the file is beside this one, and a test reads it.
  const { items } = JSON.parse(text) as { items: Manifest[] };
  return {
    family: 'kubernetes',
    pack: 'regulated',
    parts: items.map(({ apiVersion, kind, ...properties }) => ({
      name: properties.metadata.name,
      type: `${apiVersion}/${kind}`,
      properties,
    })),
    rows: { relevant: kubernetesRelevant, additions: kubernetesAdditions },
    dependents: /NetworkPolicy$|PodDisruptionBudget$/,
    exclusions: azureExclusions,
    graphOf: (parts) =>
      readManifests(
        parts.map(({ type, properties }) => {
          const at = type.lastIndexOf('/');
          return { value: { apiVersion: type.slice(0, at), kind: type.slice(at + 1), ...properties }, offset: 0 };
        }),
        { environment: 'prod', stack: 'assistant' },
      ).graph,
  };
}
