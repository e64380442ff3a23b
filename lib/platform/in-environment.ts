import type { EndpointSpec } from './endpoint';
import type { ModelSpec } from './model';
import { overridden } from './override';
import type { ResolvedPlatform } from './resolved';

/**
 * The platform as one environment has it: without the endpoints that the environment leaves out, and with what differs in
 * it. Names and ids follow from keys, so no other environment changes.
 */
export function inEnvironment(platform: ResolvedPlatform, key: string): ResolvedPlatform {
  const { endpoints = {}, models = {} } = platform.environments[key] ?? {};
  if (Object.keys(endpoints).length + Object.keys(models).length === 0) return platform;
  return {
    ...platform,
    endpoints: Object.fromEntries(
      Object.entries(platform.endpoints).flatMap(([name, endpoint]): readonly (readonly [string, EndpointSpec])[] => {
        const override = endpoints[name];
        if (override === false) return [];
        return [[name, override === undefined ? endpoint : overridden(endpoint, override)]];
      }),
    ),
    models: Object.fromEntries(
      Object.entries(platform.models).map(([name, model]): readonly [string, ModelSpec] => [
        name,
        model.kind === 'azure-openai' ? { ...model, ...models[name] } : model,
      ]),
    ),
  };
}
