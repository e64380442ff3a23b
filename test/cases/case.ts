import fs from 'node:fs';
import path from 'node:path';

/**
 * One row of the cases: a fault that a judge outside the project found, and what a user should get
 * instead. A row is either mended (`check` fails where the fault is back) or open with its reason
 * (`stillOpen` turns false when the row has to be moved to the mended ones).
 */
export type Case = MendedCase | OpenCase;

interface CaseText {
  /** Place in the list of faults, such as `aws-03` or `P42`; it is the file's name too. */
  readonly id: string;
  /** The fault in a few words. */
  readonly fault: string;
  /** What a user should get. */
  readonly expected: string;
}

export interface MendedCase extends CaseText {
  readonly check: () => void | Promise<void>;
}

export interface OpenCase extends CaseText {
  readonly open: { readonly why: string; readonly stillOpen: () => boolean | Promise<boolean> };
}

const isCase = (value: unknown): value is Case =>
  typeof value === 'object' && value !== null && 'id' in value && 'expected' in value;

/** The rows of one folder of cases, in the order of their ids. */
export function casesIn(folder: string): readonly Case[] {
  const at = path.join(__dirname, folder);
  return fs
    .readdirSync(at)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const exported = Object.values(jest.requireActual<Record<string, unknown>>(path.join(at, file)))[0];
      if (!isCase(exported)) throw new Error(`${folder}/${file} exports no case`);
      if (`${exported.id}.ts` !== file) throw new Error(`${folder}/${file} has the id ${exported.id}`);
      return exported;
    });
}

/** Declares a test for each row of one folder, and one that every id of the list has its row. */
export function testCases(folder: string, ids: readonly string[]): void {
  const rows = casesIn(folder);
  test('every fault of the list has its row', () => {
    expect(rows.map(({ id }) => id)).toEqual([...ids].sort());
  });
  for (const row of rows) {
    if ('open' in row)
      test(`${row.id} is open (${row.open.why}): ${row.fault}`, async () => {
        expect(await row.open.stillOpen()).toBe(true);
      });
    else test(`${row.id} ${row.fault}: ${row.expected}`, async () => row.check());
  }
}
