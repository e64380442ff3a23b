import type { Catalog } from '../../lib/catalog/types';
import type { EndpointSpec, FailoverSpec, ModelSpec } from '../../lib/platform';
import { definePlatform, openWeights } from '../../lib/platform';

/** From so many billions of parameters on, one of the two regions has no instance for a model; nor has it for a format. */
const tooLarge = 300;
const unserved = 'nvfp4';
const revision = '0123456789abcdef0123456789abcdef01234567';
const digest = `sha256:${'0'.repeat(64)}`;

/**
 * A platform of that many endpoints in one production environment on both clouds. Loads and objectives share no factor,
 * so that no two endpoints are alike, and each of the planner's features is used by some: an objective, failover,
 * a week, other number formats, weights of carbon, a comparison with a price per token.
 */
export function largePlatform(endpoints: number, catalog: Catalog) {
  const models = catalog.models.filter(
    ({ kind, totalParams, publishedDtype }) =>
      kind === 'text-generation' && totalParams < tooLarge && publishedDtype !== unserved,
  );
  const open = models.map(({ id }, index): [string, ModelSpec] => [`m${index}`, openWeights(id, { revision })]);
  return definePlatform({
    name: 'many-endpoints',
    owner: { team: 'ai-platform', costCenter: 'CC-1042', contact: 'ai-platform@example.com' },
    dataClass: 'confidential',
    environments: {
      prod: {
        tier: 'production',
        aws: { account: '111111111111', region: 'us-east-1', cidr: '10.24.0.0/16' },
        azure: {
          tenant: '00000000-0000-4000-8000-000000000001',
          subscription: '00000000-0000-4000-8000-0000000000f3',
          location: 'swedencentral',
          cidr: '10.25.0.0/16',
        },
      },
    },
    models: Object.fromEntries([...open, ['frontier', { kind: 'azure-openai', id: 'gpt-4.1', version: '2025-04-14' }]]),
    endpoints: Object.fromEntries(
      Array.from({ length: endpoints }, (_, index) => [`e${index}`, endpoint(index, `m${index % models.length}`)]),
    ),
  });
}

function endpoint(index: number, model: string): EndpointSpec {
  const inputTokens = 100 + ((index * 37) % 2000);
  const outputTokens = 50 + ((index * 53) % 700);
  const hours = Array.from({ length: 24 }, (_, hour) => ((hour * 7 + index) % 11) / 10);
  const slo = pick(index, [
    undefined,
    { timePerOutputTokenMs: 60 + (index % 83) },
    { timeToFirstTokenMs: 3000 + 5 * (index % 331), timePerOutputTokenMs: 80 + (index % 47) },
  ]);
  const failover = pick<FailoverSpec | undefined>(index, [
    undefined,
    { standby: 'pilot-light' },
    undefined,
    { primary: 'aws', standby: 'full' },
    { standby: 'warm', peakShare: 0.4 },
  ]);
  const uri = `s3://weights-example/e${index}/fp8/`;
  return {
    model,
    clouds: ['aws', 'azure'],
    traffic: {
      peakConcurrency: 1 + ((index * 71) % 499),
      inputTokens,
      outputTokens,
      ...(index % 4 === 1 ? { week: { weekday: hours, weekend: hours.toReversed() } } : {}),
    },
    ...(slo === undefined ? {} : { slo }),
    ...(failover === undefined ? {} : { failover }),
    ...(index % 7 === 3 ? { quantisation: { fp8: { s3Uri: uri } } } : {}),
    ...(index % 13 === 5 ? { weights: { carbonUsdPerTonneCo2e: 100, lostInstanceUsdPerMonth: 500 } } : {}),
    ...(index % 3 === 0 ? { compareWith: ['frontier'] } : {}),
    serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest, azure: digest } },
  };
}

function pick<T>(index: number, values: readonly T[]): T | undefined {
  return values[index % values.length];
}
