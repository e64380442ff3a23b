import type { AzureServing, Issue, RegistryLogin } from '../../platform';
import type { AzureContext } from '../context';
import type { Decision, Sourced } from '../decision';
import { cite, decide, derive, pinned } from '../decision';
import { physicalName } from '../naming/name';
import type {
  AzureCacheRulePlan,
  AzureInitializationPlan,
  AzureOnlineEndpointPlan,
  AzureRegistryLoginPlan,
} from './azure-plan';

/** What is known about cache rules. */
export const artifactCache: Sourced = {
  source: 'MicrosoftDocs/azure-management-docs, artifact-cache-overview.md of 2025-05-12',
  asOf: '2026-12-01',
};

/** The repository that caches an image. @param image - with the host of its registry */
export function cacheRepository(image: string): string {
  return `cache/${image.split('/').slice(1).join('/')}`;
}

/** The initialization stage with the cache rules of its registry, where an endpoint pulls through one. */
export function withCacheRules(
  context: AzureContext,
  plan: AzureInitializationPlan,
  endpoints: Readonly<Record<string, AzureOnlineEndpointPlan>>,
): AzureInitializationPlan {
  const rules = Object.entries(endpoints).flatMap(([key, { container }]) => {
    const cachedFrom = container?.cachedFrom;
    return cachedFrom === undefined ? [] : [cacheRule(context, plan, key, cachedFrom)];
  });
  if (rules.length === 0) return plan;
  // Two endpoints of one image share its rule: two rules of one repository overlap, and are refused.
  return { ...plan, containerRegistry: { ...plan.containerRegistry, cacheRules: Object.fromEntries(rules) } };
}

function cacheRule(
  context: AzureContext,
  plan: AzureInitializationPlan,
  key: string,
  cachedFrom: Decision<string>,
): readonly [string, AzureCacheRulePlan] {
  const image = cachedFrom.value.split('@')[0] ?? '';
  const name = image.replaceAll(/[^a-z0-9]+/g, '-');
  const login = loginOf(context, key);
  const loginServer = image.split('/')[0] ?? '';
  const named = (service: 'azure-cache-rule' | 'azure-credential-set', part: string): Decision<string> =>
    physicalName({ service, owner: context.target.subscription, parts: [part] });
  return [
    name,
    {
      ruleName: named('azure-cache-rule', name),
      sourceRepository: derive(cachedFrom, image),
      targetRepository: cite(
        cacheRepository(image),
        'images.cache-repository',
        'apart from imported images: the repository of a rule must not exist before it. A rule costs nothing, stored images count towards the registry',
        artifactCache,
      ),
      ...(login === undefined
        ? {}
        : {
            login: {
              credentialSetName: named('azure-credential-set', loginServer.replaceAll('.', '-')),
              ...registryLogin(plan, `endpoints.${key}.serving.azure.login`, login),
              loginServer: decide(loginServer, 'images.login-server', `the registry of ${image}`),
            },
          }),
    },
  ];
}

function registryLogin(
  { keyVault }: AzureInitializationPlan,
  path: string,
  { usernameSecretUri, passwordSecretUri }: RegistryLogin,
): Pick<AzureRegistryLoginPlan, 'usernameSecretUri' | 'passwordSecretUri' | 'ownVault'> {
  const own = usernameSecretUri.startsWith(`https://${keyVault.name.value}.`) && keyVault.existingId === undefined;
  return {
    usernameSecretUri: pinned(usernameSecretUri, `${path}.usernameSecretUri`),
    passwordSecretUri: pinned(passwordSecretUri, `${path}.passwordSecretUri`),
    ownVault: own
      ? decide(
          true,
          'images.login-vault',
          'the vault of the environment: the registry gets the role that reads its secrets',
        )
      : decide(
          false,
          'images.login-vault',
          'a vault of the company: its owner grants Key Vault Secrets User to the identity of the credential set, once it exists',
        ),
  };
}

function loginOf({ platform }: AzureContext, key: string): RegistryLogin | undefined {
  return cachedOn(platform.endpoints[key]?.serving.azure)?.login;
}

function cachedOn(
  azure: AzureServing | undefined,
): Extract<AzureServing, { readonly from: 'cached-image' }> | undefined {
  return azure?.from === 'cached-image' ? azure : undefined;
}

/** Rules that cannot exist: in a registry that the kit does not own, or with two logins of one registry. */
export function cacheRuleIssues(context: AzureContext): readonly Issue[] {
  const cached = context.endpoints.azure.flatMap(({ key, endpoint }): readonly Cached[] => {
    const azure = cachedOn(endpoint.serving.azure);
    return azure === undefined ? [] : [{ key, host: azure.image?.split('/')[0], login: azure.login }];
  });
  return [
    ...(context.target.registry === undefined ? [] : cached.map(({ key }) => inGivenRegistry(context.key, key))),
    ...cached.flatMap((one, index) => otherLogin(one, cached.slice(0, index))),
  ];
}

interface Cached {
  readonly key: string;
  /** Host of the registry; undefined for the published image, whose registry is known later. */
  readonly host: string | undefined;
  readonly login: RegistryLogin | undefined;
}

/** A registry has one credential set for each other registry. */
function otherLogin({ key, host, login }: Cached, before: readonly Cached[]): readonly Issue[] {
  const other = before.find((one) => one.host === host && JSON.stringify(one.login) !== JSON.stringify(login));
  if (other === undefined || host === undefined) return [];
  return [
    {
      code: 'UpstreamLogin',
      path: `endpoints.${key}.serving.azure.login`,
      message: `endpoint '${other.key}' reaches ${host} with another login`,
      got: login?.usernameSecretUri,
      expected: `the login of endpoints.${other.key}.serving.azure`,
      fix: `write the same login in both`,
    },
  ];
}

function inGivenRegistry(environment: string, key: string): Issue {
  return {
    code: 'CacheInGivenRegistry',
    path: `endpoints.${key}.serving.azure.from`,
    message: `environments.${environment}.azure.registry is a registry of the company, in which the kit makes no rules`,
    got: 'cached-image',
    expected: 'a registry that the kit creates',
    fix: `set endpoints.${key}.serving.azure to { from: 'published-image' }, or remove environments.${environment}.azure.registry`,
  };
}
