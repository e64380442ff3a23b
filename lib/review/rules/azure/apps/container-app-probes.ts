import { azureRule } from '../../../azure/azure-rule';

/** Set probes: requests go to a container that does not answer. */
export const containerAppProbes = azureRule(
  {
    code: 'ContainerAppProbes',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Requests go to a container that does not answer.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [{ types: ['Microsoft.App/containerApps'], path: 'properties.template.containers.*.probes', must: { items: 1 } }],
);
