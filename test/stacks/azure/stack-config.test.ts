import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { stackConfig, stackFolder } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';

test('the project finds the stack files that the kit writes, and leaves their check to the program', () => {
  const project = parse(readFileSync(join(__dirname, '../../../Pulumi.yaml'), 'utf8')) as Readonly<
    Record<string, unknown>
  >;
  expect(project['stackConfigDir']).toBe(stackFolder);
  // Keys declared here are checked by the engine, which says nothing of an unknown stack before the program does.
  expect(project).not.toHaveProperty('config');
  // The traffic of endpoints is changed outside of the program: see constructs/azure/endpoint/ml-online-endpoint.ts.
  expect(project['options']).toEqual({ refresh: 'always' });
});

test('a stack is configured with its place, environment and stage', () => {
  expect(stackConfig(settledPlan('dev'), 'evaluation')).toEqual({
    'azure-native:location': 'swedencentral',
    'azure-native:subscriptionId': '00000000-0000-4000-8000-0000000000d1',
    'azure-native:tenantId': '00000000-0000-4000-8000-000000000001',
    'llmops-kit:environment': 'dev',
    'llmops-kit:stage': 'evaluation',
  });
});
