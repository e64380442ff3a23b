import { readdirSync } from 'node:fs';
import path from 'node:path';
import { checkWholeTemplate } from '../helpers/check-template';
import type { TestTemplate } from '../lib/local/aws/engine';
import { testRegion } from '../lib/local/aws/engine';
import type { PlantedFault } from './planted';

/** Faults that no template shows: what exists in the account, what a request says, what a deployment finds. */
const deploymentOnly = new Set<string>([
  'SageMaker sm_model_data_absent',
  'SageMaker sm_model_data_no_object',
  'SageMaker sm_ic_absent_endpoint',
]);

const planted: (readonly [string, PlantedFault])[] = [];
// The files of the planted faults declare tests; here their rows are collected instead.
jest.mock('./planted', () => ({
  testPlanted: (family: string, rows: readonly PlantedFault[]): void => {
    planted.push(...rows.map((row) => [family, row] as const));
  },
}));
const folder = path.join(__dirname, 'planted');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.ts'))) {
  jest.requireActual(path.join(folder, file));
}

/** Errors of a template, without their places: a fault may be found under another name of its place. */
function errors(template: TestTemplate): ReadonlySet<string> {
  const found = checkWholeTemplate(template, testRegion).filter(({ severity }) => severity === 'error');
  return new Set(found.map(({ rule, address, path: place, message }) => `${rule} ${address} ${place}: ${message}`));
}

/** Whether check finds something in the template with the fault that it does not find in its twin. */
function isFound({ broken, valid }: PlantedFault): boolean {
  const known = errors(valid);
  return [...errors(broken)].some((error) => !known.has(error));
}

test('check finds every planted fault without a cloud, except those that only a deployment can know', () => {
  const missed = planted.filter(([, row]) => !isFound(row)).map(([family, { id }]) => `${family} ${id}`);
  const unexpected = missed.filter((name) => !deploymentOnly.has(name));
  const found = [...deploymentOnly].filter((name) => !missed.includes(name));
  expect({ unexpected, found }).toEqual({ unexpected: [], found: [] });
});

test('check refuses nothing about a valid twin that the local cloud deploys', () => {
  const own = new Set(['SchemaViolation', 'ConstraintViolation']);
  const wrong = planted.flatMap(([family, { id, valid }]) =>
    checkWholeTemplate(valid, testRegion)
      .filter(({ rule }) => own.has(rule))
      .map(({ path: place, message }) => `${family} ${id} ${place}: ${message}`),
  );
  expect(wrong).toEqual([]);
});
