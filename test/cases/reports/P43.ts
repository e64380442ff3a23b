import { bedrock } from '../../../lib/platform';
import { awsIn, planManaged } from '../../helpers/managed-models';
import type { Case } from '../case';

const issuesOf = (id: string) =>
  planManaged({ cmp: bedrock(id) }, awsIn('us-east-1')).issues.map(({ code, fix }) => ({ code, fix }));

export const p43: Case = {
  id: 'P43',
  fault: 'no Bedrock model has a last day, so one that ended is planned',
  expected: 'ModelRetired with a successor after the last day, a warning before it',
  check() {
    expect(issuesOf('anthropic.claude-sonnet-4-20250514-v1:0')).toEqual([
      { code: 'ModelRetired', fix: "use 'anthropic.claude-sonnet-4-6'" },
    ]);
    expect(issuesOf('anthropic.claude-opus-4-1-20250805-v1:0')).toEqual([
      { code: 'ModelLegacy', fix: "use 'anthropic.claude-opus-4-8'" },
      // The edition with its last day is of 2026-07-17.
      { code: 'LifecycleEditionOld', fix: expect.any(String) as string },
    ]);
    expect(issuesOf('anthropic.claude-sonnet-4-6')).toEqual([]);
  },
};
