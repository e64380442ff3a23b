import { judgedList, keyed } from '../../../bench/public/judged';

const finding = { repository: 'o/n', file: 'a.json', rule: 'R', address: 'a/B', path: 'P' };

test('findings that are the same in everything but words have keys of their own', () => {
  const keys = [...keyed([finding, { ...finding, path: 'Q' }, finding]).keys()];
  expect(keys).toEqual(['o/n a.json R a/B P', 'o/n a.json R a/B Q', 'o/n a.json R a/B P (2)']);
});

test('the list is about files that it names, and gives every verdict a reason', () => {
  const { files, findings, mended } = judgedList();
  const named = new Set(files.map(({ repository, path }) => `${repository} ${path}`));
  const all = [...findings, ...mended];
  expect(all.filter(({ repository, file }) => !named.has(`${repository} ${file}`))).toEqual([]);
  expect(all.filter(({ reason }) => reason === '')).toEqual([]);
  expect(keyed(all).size).toBe(all.length);
});

test('the list is from many files and owners, at most five of a repository', () => {
  const { files, findings } = judgedList();
  const ofRepository = new Map<string, number>();
  for (const { repository } of files) ofRepository.set(repository, (ofRepository.get(repository) ?? 0) + 1);
  expect(files.length).toBeGreaterThanOrEqual(40);
  expect(findings.length).toBeGreaterThanOrEqual(200);
  expect(Math.max(...ofRepository.values())).toBeLessThanOrEqual(5);
  expect(
    files.filter(({ sha256, commit }) => !/^[0-9a-f]{64}$/.test(sha256) || !/^[0-9a-f]{40}$/.test(commit)),
  ).toEqual([]);
});
