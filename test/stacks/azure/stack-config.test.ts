import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { stackConfig, stackFolder } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';

test('the keys of the project are declared in Pulumi.yaml, and its stack files are in the folder of the kit', () => {
  const project = parse(readFileSync(join(__dirname, '../../../Pulumi.yaml'), 'utf8')) as {
    readonly name: string;
    readonly config: object;
    readonly options: object;
    readonly stackConfigDir: string;
  };
  const own = Object.keys(stackConfig(settledPlan('dev'), 'evaluation')).filter((key) =>
    key.startsWith(`${project.name}:`),
  );
  expect(own.map((key) => key.slice(project.name.length + 1))).toEqual(Object.keys(project.config));
  expect(project.stackConfigDir).toBe(stackFolder);
  // The traffic of endpoints is changed outside of the program: see constructs/azure/endpoint/ml-online-endpoint.ts.
  expect(project.options).toEqual({ refresh: 'always' });
});
