import { githubSubject } from '../../../lib/plan/github-subject';

test('has the ids of a repository that sends them, and never both forms', () => {
  const decision = githubSubject({ kind: 'github', repository: 'example-org@1/support@2' }, 'prod');
  expect(decision.value).toBe('repo:example-org@1/support@2:environment:prod');
  expect(decision.because[0]?.text).toContain('never gives to another');
  expect(decision.rejected.map(({ value }) => value)).toEqual([
    'repo:example-org@1/support@2:ref:refs/heads/main',
    'repo:example-org@1/support@2:*',
    'repo:example-org/support:environment:prod',
  ]);
});

test('has names only where the config has no ids, and says what that is open to', () => {
  const decision = githubSubject({ kind: 'github', repository: 'example-org/support', branch: 'release' }, 'dev');
  expect(decision.value).toBe('repo:example-org/support:environment:dev');
  expect(decision.because[0]?.text).toContain('whoever gets the names next can deploy');
  expect(decision.because[0]?.source?.name).toContain('oidc.md');
  expect(decision.rejected.map(({ value }) => value)).toContain('repo:example-org/support:ref:refs/heads/release');
  expect(decision.rejected.at(-1)?.value).toBe('repo:example-org@<ownerId>/support@<repositoryId>:environment:dev');
});
