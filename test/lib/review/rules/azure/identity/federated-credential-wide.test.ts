import { federatedCredentialWide } from '../../../../../../lib/review/rules/azure/identity/federated-credential-wide';
import { azureFound } from '../../../../../helpers/azure-found';

const credential = (changes: object) => [
  {
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
    name: 'i/github',
    properties: {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:example-org/app:environment:prod',
      audiences: ['api://AzureADTokenExchange'],
      ...changes,
    },
  },
];

test.each([
  [{}, []],
  [{ subject: "[parameters('subject')]" }, []],
  [{ subject: 'system:serviceaccount:chat:gateway' }, []],
  [{ subject: 'repo:example-org/*' }, ['subject']],
  [{ subject: 'repo:example-org/app:pull_request' }, ['subject']],
  [{ issuer: 'http://issuer.example.com' }, ['issuer']],
  [{ audiences: ['*'] }, ['audiences.0']],
])('a credential with %j', (changes, expected) => {
  const found = azureFound(federatedCredentialWide, credential(changes));
  expect(found.map((one) => one.slice(one.lastIndexOf(' ') + 1))).toEqual(expected);
});
