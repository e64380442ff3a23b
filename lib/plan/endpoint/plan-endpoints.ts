import type { Cloud, EndpointSpec, Issue, Result } from '../../platform';
import { failure } from '../../platform';
import type { AwsContext, AzureContext } from '../context';
import type { Keyed } from '../entries';
import { endpointRole, openWeightsModel, placesOf, unresolved } from '../entries';
import { collect } from '../result';
import { quotaIssues } from './quota-fit';
import type { EndpointRequest } from './size';

/** Decides every endpoint of one cloud, each with what its environment knows. */
export function planEndpoints<C extends AwsContext | AzureContext, P>(
  cloud: Cloud,
  context: C,
  endpoints: readonly Keyed<EndpointSpec>[],
  planOne: (request: EndpointRequest & { readonly target: C['target'] }) => Result<P>,
): Result<Readonly<Record<string, P>>> {
  const { platform, environment, catalog, key: environmentKey, target } = context;
  return collect(
    endpoints.map(([key, endpoint]): readonly [string, Result<P>] => {
      const model = openWeightsModel(context, endpoint.model);
      if (model === undefined) return [key, failure([unresolved(`endpoints.${key}.model`, endpoint.model)])];
      const request = {
        key,
        platform: platform.name,
        environment: environmentKey,
        tier: environment.tier,
        endpoint,
        model,
        catalog,
        places: placesOf(context),
        models: platform.models,
        role: endpointRole(context, key, endpoint, cloud) ?? { kind: 'only' as const },
        target,
      };
      return [key, planOne(request)];
    }),
  );
}

/** Quotas of an account that the catalogue does not know. */
export function unknownQuotas(
  cloud: Cloud,
  { catalog, key, target: { quotas } }: AwsContext | AzureContext,
): readonly Issue[] {
  const path = `environments.${key}.${cloud}.quotas`;
  return quotas === undefined ? [] : quotaIssues(catalog, cloud, { limits: quotas, path });
}
