import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType, rolesOf } from '../../helpers/azure-recording';
import type { Case } from '../case';

/** What each identity of production may do, by the end of its principal id. */
const rights = {
  runtime: ['AcrPull', 'AzureML Metrics Writer (preview)', 'Storage Blob Data Reader', 'registry reader'],
  caller: [
    'Cognitive Services OpenAI User',
    'Monitoring Metrics Publisher',
    'Search Index Data Reader',
    'endpoint caller',
  ],
  release: ['Managed Identity Operator', 'Storage Blob Data Reader', 'endpoint releaser', 'registry reader'],
  ci: [
    'AcrPush',
    'AzureML Registry User',
    'Container Registry Data Importer and Data Reader',
    'Managed Identity Operator',
    'Search Index Data Contributor',
    'Search Service Contributor',
    'Storage Blob Data Contributor',
    'endpoint releaser',
  ],
} as const;

export const oneIdentityForEachWork: Case = {
  id: 'azure-A09',
  fault:
    'one identity runs the container, may rewrite its endpoint, reads vault and blobs, writes registry and reports',
  expected: 'runtime, caller, release and CI are four identities, each with the least it needs, on single resources',
  check: async () => {
    const recording = await recordEnvironment();
    const assigned = rolesOf(recording);
    for (const [use, roles] of Object.entries(rights)) {
      const own = assigned.filter(({ principalId }) =>
        new RegExp(`identities-${use}-identity#|initialization/${use}-principal-id#`).test(String(principalId)),
      );
      expect([use, ...own.map(({ role }) => role).toSorted()]).toEqual([use, ...roles]);
      expect(own.filter(({ scope }) => !String(scope).startsWith('${'))).toEqual([]);
    }
    const trusted = ofType(recording, 'azure-native:managedidentity:FederatedIdentityCredential');
    expect(trusted.map(({ inputs }) => inputs['resourceName'])).toEqual([
      'id-support-prod-ci',
      'id-support-prod-release',
    ]);
  },
};
