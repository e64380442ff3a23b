import { isFinding } from '../../../lib/preflight';
import { recordedFailures } from './recorded';
import { nothing, reportOf } from './report';

/** Failures that preflight cannot name, each with its reason. */
const notNamed: Readonly<Record<string, string>> = {
  '28-workspace-soft-deleted': 'no documented call lists soft-deleted workspaces; the report says so',
};

describe('an account in which all is well', () => {
  it.each(['aws', 'azure'] as const)('passes on %s, with every question answered', async (cloud) => {
    const { verdict, outcomes } = await reportOf({ cloud, input: nothing });
    expect(outcomes.filter(({ kind }) => kind !== 'passed')).toEqual([]);
    expect(verdict).toBe('passed');
  });
});

describe('failures that people met', () => {
  const rows = recordedFailures();

  it('are 40, at least 15 on each cloud and at most 8 from one repository', () => {
    const repositories = rows.map(({ source }) => new URL(source).pathname.split('/').slice(1, 3).join('/'));
    const most = Math.max(...repositories.map((one) => repositories.filter((other) => other === one).length));
    expect({ rows: rows.length, aws: rows.filter(({ cloud }) => cloud === 'aws').length, most: most <= 8 }).toEqual({
      rows: 40,
      aws: 20,
      most: true,
    });
  });

  it.each(rows.filter(({ id }) => notNamed[id] === undefined))('$id is named: $cause', async (row) => {
    const { verdict, outcomes } = await reportOf(row);
    const found = outcomes.filter(isFinding);
    expect([...new Set(found.map(({ cause }) => cause))]).toEqual([row.cause]);
    expect(verdict).toBe('findings');
  });

  it.each(rows.filter(({ id }) => notNamed[id] !== undefined))(
    '$id is not named, and not called a pass',
    async (row) => {
      const { outcomes, limits } = await reportOf(row);
      expect(outcomes.filter(isFinding)).toEqual([]);
      expect(limits.map(({ text }) => text).join()).toContain('soft-deleted');
    },
  );

  it('are named at least 36 times', () => {
    expect(rows.length - Object.keys(notNamed).length).toBeGreaterThanOrEqual(36);
  });
});
