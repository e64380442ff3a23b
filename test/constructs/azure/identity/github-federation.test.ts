import { ComponentResource } from '@pulumi/pulumi';
import { trustGithub } from '../../../../constructs/azure/identity/github-federation';
import { ofType, recordProgram, waitsFor } from '../../../helpers/azure-recording';

const credentials = 'azure-native:managedidentity:FederatedIdentityCredential';
const issuer = 'https://token.actions.githubusercontent.com';
const audience = 'api://AzureADTokenExchange';

test('trusts each subject exactly, and writes one credential after another', async () => {
  const subjects = ['repo:example-org@1/app@2:environment:dev', 'repo:example-org/app:environment:dev'];
  const recording = await recordProgram(() => {
    const identity = { resourceName: 'id-ci', resourceGroupName: 'rg' };
    trustGithub('ci', { issuer, audience, subjects }, identity, new ComponentResource('example:Identity', 'ci'));
  });
  const [first, second, ...more] = ofType(recording, credentials);
  if (first === undefined || second === undefined) throw new Error('expected two credentials');
  expect(more).toEqual([]);
  expect([first, second].map(({ inputs }) => inputs)).toMatchObject(
    subjects.map((subject) => ({ subject, issuer, audiences: [audience], resourceName: 'id-ci' })),
  );
  expect(waitsFor(recording, second, first)).toBe(true);
});

test('without a subject nobody is trusted', async () => {
  const recording = await recordProgram(() => {
    const identity = { resourceName: 'id-ci', resourceGroupName: 'rg' };
    trustGithub('ci', { issuer, audience, subjects: [] }, identity, new ComponentResource('example:Identity', 'ci'));
  });
  expect(ofType(recording, credentials)).toEqual([]);
});
