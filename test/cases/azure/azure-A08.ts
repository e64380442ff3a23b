import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType, rolesOf } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const identityOfThePipeline: Case = {
  id: 'azure-A08',
  fault: 'no federated CI identity with AcrPush, registry write, search index rights and endpoint write',
  expected: 'jobs of GitHub act as an identity that has these four rights',
  check: async () => {
    const recording = await recordEnvironment();
    const [ci] = ofType(recording, 'azure-native:managedidentity:FederatedIdentityCredential');
    expect(ci?.inputs).toMatchObject({
      resourceName: 'id-support-prod-ci',
      issuer: 'https://token.actions.githubusercontent.com',
      audiences: ['api://AzureADTokenExchange'],
      subject: 'repo:example-org@1000001/support-assistant@2000002:environment:prod',
    });
    const roles = rolesOf(recording).flatMap(({ principalId, role }) =>
      /identities-ci-identity#|\/ci-principal-id#/.test(String(principalId)) ? [role] : [],
    );
    for (const role of ['AcrPush', 'AzureML Registry User', 'Search Index Data Contributor', 'endpoint releaser'])
      expect(roles).toContain(role);
  },
};
