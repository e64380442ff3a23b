import type { ResourceGraph } from '../../../../lib/graph';
import type { EnvironmentPlan } from '../../../../lib/plan';
import { parity } from '../../../../lib/review/concern/parity';
import { concernsBetween } from '../../../helpers/concerns';
import { resourceNode } from '../../../helpers/resource-node';

const bedrock = (InputStrength: string) =>
  resourceNode({
    type: 'AWS::Bedrock::Guardrail',
    address: 'deployment/Guardrail',
    properties: { ContentPolicyConfig: { FiltersConfig: [{ Type: 'HATE', InputStrength, OutputStrength: 'HIGH' }] } },
  });
const rai = (severityThreshold: string) =>
  resourceNode({
    type: 'azure-native:cognitiveservices:RaiPolicy',
    address: 'urn:rai',
    properties: {
      properties: {
        contentFilters: ['Prompt', 'Completion'].map((source) => ({
          name: 'hate',
          blocking: true,
          enabled: true,
          severityThreshold: source === 'Prompt' ? severityThreshold : 'Low',
          source,
        })),
      },
    },
  });
const logs = (aws: number, azure: number): ResourceGraph => [
  resourceNode({ type: 'AWS::Logs::LogGroup', address: 'a', properties: { RetentionInDays: aws } }),
  resourceNode({
    type: 'azure-native:operationalinsights:Workspace',
    address: 'b',
    properties: { retentionInDays: azure },
  }),
];
const said = (base: ResourceGraph, next: ResourceGraph): readonly string[] =>
  concernsBetween(parity, base, next).map(({ before, after, message }) =>
    [message.split(':')[0], before, after].join(' | '),
  );

test('a filter that is weakened on one cloud alone is a pair', () => {
  expect(said([bedrock('HIGH'), rai('Low')], [bedrock('LOW'), rai('Low')])).toEqual([
    'the content filter hate of input differs between the clouds | high on AWS, high on Azure | low on AWS, high on Azure',
  ]);
  expect(said([bedrock('HIGH'), rai('Low')], [bedrock('HIGH'), rai('High')])).toEqual([
    'the content filter hate of input differs between the clouds | high on AWS, high on Azure | high on AWS, low on Azure',
  ]);
});

test('what changes on both clouds alike, or differed so before, is not said', () => {
  expect(said([bedrock('HIGH'), rai('Low')], [bedrock('MEDIUM'), rai('Medium')])).toEqual([]);
  expect(said([bedrock('LOW'), rai('Low')], [bedrock('LOW'), rai('Low')])).toEqual([]);
  expect(said([bedrock('HIGH')], [bedrock('LOW')])).toEqual([]);
});

test('retention of logs is compared', () => {
  expect(said(logs(90, 90), logs(30, 90))).toEqual([
    'the shortest retention of logs differs between the clouds | 90 days on AWS, 90 days on Azure | 30 days on AWS, 90 days on Azure',
  ]);
});

test('decisions of an endpoint that both clouds have are compared', () => {
  const decision = (value: unknown) => ({ value, because: [] });
  const plan = (aws: string, azure: string): EnvironmentPlan =>
    ({
      environment: 'dev',
      aws: {
        deployment: {
          endpoints: { chat: { performance: decision({}), revision: decision(aws), name: decision('a') } },
        },
      },
      azure: { deployment: { endpoints: { chat: { revision: decision(azure), name: decision('b') } } } },
    }) as unknown as EnvironmentPlan;
  const graph = logs(1, 1);
  const plans = { before: [plan('1', '1')], after: [plan('2', '1')] };
  expect(concernsBetween(parity, graph, graph, { plans })).toMatchObject([
    { code: 'ParityBroken', before: '1 on AWS, 1 on Azure', after: '2 on AWS, 1 on Azure' },
  ]);
});
