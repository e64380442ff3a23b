import type { EnvironmentContext } from './context';
import type { Decision } from './decision';
import { decide } from './decision';

/** Tags of every resource on both clouds: owner, cost center and data class. */
export function tags({ platform, key, environment }: EnvironmentContext): Decision<Readonly<Record<string, string>>> {
  const { owner } = platform;
  const { tags: given = {} } = platform;
  const decision = decide(
    {
      ...given,
      contact: owner.contact,
      'cost-center': owner.costCenter,
      'data-class': platform.dataClass,
      environment: key,
      'managed-by': 'llmops-kit',
      platform: platform.name,
      ...(platform.residency === undefined ? {} : { residency: platform.residency }),
      team: owner.team,
      tier: environment.tier,
    },
    'tags.same-on-both-clouds',
    'owner, environment and data class under the same keys on both clouds, so that one query finds cost and contact',
  );
  const keys = Object.keys(given);
  if (keys.length === 0) return decision;
  return { ...decision, because: [...decision.because, { rule: 'spec.pinned', text: `${keys.join(', ')}: by tags` }] };
}
