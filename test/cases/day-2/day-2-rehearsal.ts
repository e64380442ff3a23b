import { plannedChanges, secondBeginning } from '../../../bin/rehearse/changes';
import { oneLineChanges } from '../../../bin/rehearse/one-line-changes';
import { StepRunner } from '../../../lib/local/rehearsal/progress';
import { change } from '../../../lib/local/rehearsal/second-days';
import { resolvedPlatform } from '../../helpers/platform';
import { bucket, secondDays, stack } from '../../lib/local/rehearsal/days-fixture';
import type { Case } from '../case';

export const secondDaysRehearsed: Case = {
  id: 'day-2-rehearsal',
  fault:
    'the rehearsal deployed twice without a change and destroyed once, so it could not see a fault of a second day',
  expected:
    'a first deployment fails and is retried, one line at a time is changed and taken back, everything is destroyed and comes up again, and each step says what was expected and seen',
  check: async () => {
    const platform = resolvedPlatform();
    expect(oneLineChanges(platform, 'dev').map(({ name }) => name)).toEqual([
      'prompt',
      'revision',
      'digest',
      'chunking',
      'dimension',
      'count',
      'tier',
    ]);
    const options = { platform, environment: 'dev', workFolder: '/none', synthesize: () => [] };
    const planned = plannedChanges(options).flatMap((row) => ('reason' in row ? [] : [row.name]));
    expect(planned).toEqual(['revision', 'digest', 'chunking', 'dimension', 'count', 'tier']);
    expect(secondBeginning(options)?.line).toContain('identityProvider');

    const original = [stack('data', { Data: bucket('data'), Last: { Type: 'AWS::SNS::Topic', DependsOn: 'Data' } })];
    const renamed = [stack('data', { Data: bucket('renamed'), Last: { Type: 'AWS::SNS::Topic', DependsOn: 'Data' } })];
    const { cloud, days } = await secondDays(original);
    try {
      expect((await days.upAgain()).summary).toBe(
        'data ROLLBACK_FAILED, retry DELETE_FAILED until data is empty; then 1 stacks, 2 resources',
      );
      const runner = new StepRunner(
        () => new Date(0),
        () => undefined,
        new AbortController().signal,
      );
      const row = { name: 'name', line: 'a name', expected: 'the bucket stays', replaces: [], aws: () => renamed };
      await change(runner, { days }, [row, { name: 'prompt', reason: 'there is none' }]);
      expect(runner.steps.map(({ name, ok, expected, seen }) => [name, ok, expected, seen])).toEqual([
        ['aws change: name', false, 'a name: the bucket stays', '1 replaced (S3::Bucket)'],
        ['aws change back: name', false, 'as before the change', '1 replaced (S3::Bucket)'],
        ['change: prompt', true, 'the change is deployed and taken back', 'not applicable: there is none'],
      ]);
      expect(runner.failures[0]).toBe('aws change: name: data/Data (AWS::S3::Bucket) was replaced');
    } finally {
      await cloud.close();
    }
  },
};
