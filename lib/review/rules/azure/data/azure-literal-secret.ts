import type { ResourceNode } from '../../../../graph';
import { unversionedType } from '../../../../graph/pulumi/unversioned-type';
import type { AzurePlace } from '../../../azure/azure-value';
import { azurePlaces, azureTexts, azureValue, nodeTypes } from '../../../azure/azure-value';
import { isMap } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';
import { isSecretText, isSecretVariable } from '../../../secret-text';

/** Refer to a key vault, or use a secure parameter, and change the credential: whoever reads the template, the repository or the deployment has the credential. */
export const azureLiteralSecret: Rule = {
  code: 'AzureLiteralSecret',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'secrets',
  rationale: 'Whoever reads the template, the repository or the deployment has the credential.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/API%20Management/NamedValueSecretsInKV_AuditDeny.json',
    asOf: '2026-12-01',
  },
  check(node) {
    const type = unversionedType(node.type);
    const written = secretPaths
      .filter(({ types }) => nodeTypes(types).includes(type))
      .flatMap(({ path, where }) => ((where?.(node) ?? true) ? azureTexts(node, path) : []));
    return [...written, ...variablesOf(node)]
      .filter(({ path }) => !isMasked(node, path))
      .map(({ path }) => ({ path, message: 'is a credential', fix: fixOf('AzureLiteralSecret') }));
  },
};

/** Properties whose value is a credential. */
const secretPaths: readonly {
  readonly types: readonly string[];
  readonly path: string;
  readonly where?: (node: ResourceNode) => boolean;
}[] = [
  { types: ['Microsoft.DBforPostgreSQL/flexibleServers'], path: 'properties.administratorLoginPassword' },
  { types: ['Microsoft.KeyVault/vaults/secrets'], path: 'properties.value' },
  { types: ['Microsoft.App/containerApps'], path: 'properties.configuration.secrets.*.value' },
  {
    types: ['Microsoft.ApiManagement/service/namedValues'],
    path: 'properties.value',
    where: (node) => azureValue(node, 'properties.secret') === true,
  },
];

/** Lists of variables, each with a name and a value. */
const variableLists: readonly { readonly types: readonly string[]; readonly path: string }[] = [
  { types: ['Microsoft.App/containerApps'], path: 'properties.template.containers.*.env.*' },
  { types: ['Microsoft.Web/sites'], path: 'properties.siteConfig.appSettings.*' },
];

function variablesOf(node: ResourceNode): readonly AzurePlace[] {
  const type = unversionedType(node.type);
  return variableLists
    .filter(({ types }) => nodeTypes(types).includes(type))
    .flatMap(({ path }) => azurePlaces(node, path))
    .flatMap(({ path, value }) => {
      if (!isMap(value) || typeof value.name !== 'string' || typeof value.value !== 'string') return [];
      const text = value.value;
      const isReference = text.startsWith('@Microsoft.KeyVault(');
      return !isReference && (isSecretText(text) || isSecretVariable(value.name, text))
        ? [{ path: `${path}.value`, value: text }]
        : [];
    });
}

function isMasked({ secret, unknown }: ResourceNode, path: string): boolean {
  return [...(secret ?? []), ...(unknown ?? [])].some((one) => path === one || path.startsWith(`${one}.`));
}
