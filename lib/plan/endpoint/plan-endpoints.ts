import type { Cloud, Issue, Result } from '../../platform';
import { failure } from '../../platform';
import type { AwsContext, AzureContext } from '../context';
import { prefixedName } from '../context';
import { openWeightsModel, unresolved } from '../entries';
import { collect } from '../result';
import type { EndpointContext } from './endpoint-context';
import { quotaIssues } from './quota-fit';

/** Decides every endpoint of one cloud. */
export function planEndpoints<C extends AwsContext | AzureContext, P>(
  cloud: Cloud,
  context: C,
  planOne: (context: EndpointContext & { readonly target: C['target'] }) => Result<P>,
): Result<Readonly<Record<string, P>>> {
  const { platform, environment, catalog, market, places, key: environmentKey, target } = context;
  return collect(
    context.endpoints[cloud].map(({ key, endpoint, role }): readonly [string, Result<P>] => {
      const model = openWeightsModel(context, endpoint.model);
      if (model === undefined) return [key, failure([unresolved(`endpoints.${key}.model`, endpoint.model)])];
      const endpointContext = {
        key,
        platform: prefixedName(platform),
        environment: environmentKey,
        tier: environment.tier,
        endpoint,
        model,
        catalog,
        market,
        places,
        models: platform.models,
        residency: platform.residency,
        role,
        target,
      };
      return [key, planOne(endpointContext)];
    }),
  );
}

/**
 * Quotas of an account that nothing in the catalogue counts against.
 *
 * @param others - names of quotas that are not of instances
 */
export function unknownQuotas(
  cloud: Cloud,
  { catalog, key, target: { quotas } }: AwsContext | AzureContext,
  others: readonly string[] = [],
): readonly Issue[] {
  const path = `environments.${key}.${cloud}.quotas`;
  return quotas === undefined ? [] : quotaIssues(catalog, cloud, { limits: quotas, path }, others);
}
