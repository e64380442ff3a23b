import type { Draft } from '../draft';
import type { EnvironmentSpec } from '../environment';
import type { Issue } from '../issue';
import type { EndpointOverride } from '../override';
import { overridden } from '../override';
import { unknownName } from '../suggest';
import { endpointRule } from './endpoints';
import { modelReference } from './model-reference';
import type { Rule } from './rule';

/** What differs in one environment names what the platform has, and is as valid as what it replaces. */
export const overrideRule: Rule = (draft) =>
  Object.entries(draft.spec.environments ?? {}).flatMap(([key, environment]) => [
    ...Object.entries(environment.endpoints ?? {}).flatMap(([name, override]) =>
      endpointIssues(draft, { key, environment }, name, override),
    ),
    ...Object.keys(environment.models ?? {}).flatMap((name) =>
      modelReference(draft, `environments.${key}.models.${name}`, name, {
        kinds: ['azure-openai'],
        user: 'a capacity of an environment',
      }),
    ),
  ]);

interface Place {
  readonly key: string;
  readonly environment: EnvironmentSpec;
}

function endpointIssues(
  draft: Draft,
  { key, environment }: Place,
  name: string,
  override: EndpointOverride | false,
): readonly Issue[] {
  const path = `environments.${key}.endpoints.${name}`;
  const declared = draft.declared('endpoints');
  if (!declared.includes(name)) {
    return [unknownName({ code: 'UnknownEndpoint', path, noun: 'endpoint', got: name, known: declared })];
  }
  const { endpoints = {} } = draft.spec;
  const endpoint = endpoints[name];
  if (endpoint === undefined || override === false) return [];
  // The rules of endpoints, asked of the endpoint as this environment has it. What they say of the platform's is known.
  const alone = withoutOverrides(environment);
  const asked = (one: typeof endpoint): readonly Issue[] =>
    endpointRule({ ...draft, spec: { ...draft.spec, endpoints: { [name]: one }, environments: { [key]: alone } } });
  const known = new Set(asked(endpoint).map(identity));
  return asked(overridden(endpoint, override))
    .filter((issue) => !known.has(identity(issue)) && issue.path.startsWith(`endpoints.${name}.`))
    .map((issue) => ({
      ...issue,
      path: `environments.${key}.${issue.path}`,
      ...(issue.fix === undefined ? {} : { fix: issue.fix.replaceAll(`endpoints.${name}.`, `${path}.`) }),
    }));
}

function withoutOverrides({ tier, aws, azure }: EnvironmentSpec): EnvironmentSpec {
  return { tier, ...(aws === undefined ? {} : { aws }), ...(azure === undefined ? {} : { azure }) };
}

function identity({ code, path, got }: Issue): string {
  return JSON.stringify([code, path, got]);
}
