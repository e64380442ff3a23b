import type { Json, JsonObject } from '../../../../lib/constraints/json';
import {
  agentActionGroups,
  agentCollaborators,
  agentMemory,
  agentOrchestration,
} from '../../../../lib/constraints/llm/agent';
import { breaches, known, template } from './around';

const unknown = { Ref: 'Unknown' };
const executor = { Lambda: unknown };
const functions = { Functions: [] };

test.each<[string, Json, readonly string[]]>([
  ['a function schema', { ActionGroupExecutor: executor, FunctionSchema: functions }, []],
  ['an API schema', { ActionGroupExecutor: executor, ApiSchema: { Payload: '' } }, []],
  ['a signature', { ParentActionGroupSignature: 'AMAZON.UserInput' }, []],
  ['unknown parts', { ActionGroupExecutor: unknown, ApiSchema: unknown }, []],
  [
    'one schema or the other',
    {
      ActionGroupExecutor: executor,
      ApiSchema: { 'Fn::If': ['C', {}, { Ref: 'AWS::NoValue' }] },
      FunctionSchema: { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, {}] },
    },
    [],
  ],
  ['everything unknown', unknown, []],
  ['no executor', { FunctionSchema: functions }, [': The action group a has no ActionGroupExecutor']],
  [
    'no schema',
    { ActionGroupExecutor: executor },
    [': The action group a has no schema: neither ApiSchema nor FunctionSchema'],
  ],
  [
    'two schemas',
    { ActionGroupExecutor: executor, ApiSchema: {}, FunctionSchema: {} },
    ['/FunctionSchema: The action group a has both ApiSchema and FunctionSchema, and takes one of them'],
  ],
  [
    'a signature and an executor',
    { ParentActionGroupSignature: 'AMAZON.UserInput', ActionGroupExecutor: executor },
    [
      '/ActionGroupExecutor: The built-in action group a has ActionGroupExecutor; with ParentActionGroupSignature these are empty',
    ],
  ],
])('an action group with %s', (_name, group, expected) => {
  const named = group === unknown ? group : { ActionGroupName: 'a', ...(group as JsonObject) };
  expect(breaches(agentActionGroups, { ActionGroups: [named] })).toEqual(
    expected.map((text) => `#/ActionGroups/0${text}`),
  );
});

test('action groups of one name are refused', () => {
  const group = { ActionGroupName: 'a', ParentActionGroupSignature: 'AMAZON.UserInput' };
  expect(breaches(agentActionGroups, { ActionGroups: [group, group] })).toEqual([
    '#/ActionGroups/1/ActionGroupName: ActionGroupName a is used twice',
  ]);
});

test.each<[JsonObject, string | undefined]>([
  [{ EnabledMemoryTypes: ['SESSION_SUMMARY'], StorageDays: 365 }, undefined],
  [{ EnabledMemoryTypes: unknown, StorageDays: unknown }, undefined],
  [{ EnabledMemoryTypes: [], StorageDays: 366 }, '/StorageDays: StorageDays 366 is not between 0 and 365'],
  [
    { EnabledMemoryTypes: [], SessionSummaryConfiguration: { MaxRecentSessions: 0 } },
    '/SessionSummaryConfiguration/MaxRecentSessions: MaxRecentSessions 0 is below 1',
  ],
  [{ StorageDays: 3 }, ': MemoryConfiguration has no EnabledMemoryTypes'],
])('memory %j', (memory, refused) => {
  expect(breaches(agentMemory, { MemoryConfiguration: memory })).toEqual(
    refused === undefined ? [] : [`#/MemoryConfiguration${refused}`],
  );
});

test('a knowledge base is associated once', () => {
  expect(breaches(agentMemory, { KnowledgeBases: [{ KnowledgeBaseId: 'A' }, { KnowledgeBaseId: 'A' }] })).toEqual([
    '#/KnowledgeBases/1/KnowledgeBaseId: KnowledgeBaseId A is used twice',
  ]);
});

test.each<[JsonObject, string | undefined]>([
  [{ OrchestrationType: 'DEFAULT' }, undefined],
  [{ OrchestrationType: 'CUSTOM_ORCHESTRATION', CustomOrchestration: unknown }, undefined],
  [{ OrchestrationType: 'CUSTOM_ORCHESTRATION' }, '#/OrchestrationType: OrchestrationType CUSTOM_ORCHESTRATION needs'],
  [{ PromptOverrideConfiguration: unknown }, undefined],
  [
    { PromptOverrideConfiguration: { PromptConfigurations: [{ PromptCreationMode: 'OVERRIDDEN' }] } },
    '#/PromptOverrideConfiguration/PromptConfigurations/0: PromptCreationMode is OVERRIDDEN',
  ],
  [
    { PromptOverrideConfiguration: { PromptConfigurations: [{ ParserMode: 'OVERRIDDEN' }] } },
    '#/PromptOverrideConfiguration/PromptConfigurations/0/ParserMode: ParserMode is OVERRIDDEN',
  ],
  [
    {
      PromptOverrideConfiguration: { OverrideLambda: unknown, PromptConfigurations: [{ ParserMode: 'OVERRIDDEN' }] },
    },
    undefined,
  ],
  [
    { PromptOverrideConfiguration: { PromptConfigurations: [{ PromptType: 'A' }, { PromptType: 'A' }] } },
    '#/PromptOverrideConfiguration/PromptConfigurations/1/PromptType: PromptType A is used twice',
  ],
])('orchestration %j', (properties, refused) => {
  expect(breaches(agentOrchestration, properties)).toEqual(
    refused === undefined ? [] : [expect.stringContaining(refused)],
  );
});

describe('collaborators', () => {
  const collaborator = (alias: Json, CollaboratorName: Json = 'helper'): JsonObject => ({
    CollaboratorName,
    AgentDescriptor: { AliasArn: alias },
  });
  const alias = (id: string, agent: Json) => known('AWS::Bedrock::AgentAlias', id, { AgentId: agent });
  const agent = (id: string, ...aliases: Json[]) =>
    known('AWS::Bedrock::Agent', id, { AgentCollaborators: aliases.map((one) => collaborator(one)) });
  const supervisor = (...list: JsonObject[]): JsonObject => ({
    AgentCollaboration: 'SUPERVISOR',
    AgentCollaborators: list,
  });
  const around = template(
    alias('ItAlias', { Ref: 'It' }),
    agent('It'),
    alias('HelperAlias', { Ref: 'Helper' }),
    agent('Helper', { Ref: 'ItAlias' }),
    alias('OtherAlias', { Ref: 'Other' }),
    agent('Other', { Ref: 'OtherAlias' }),
  );

  test.each<[string, JsonObject, string | undefined]>([
    ['none', {}, undefined],
    ['another agent', supervisor(collaborator({ Ref: 'OtherAlias' })), undefined],
    ['an unknown agent', supervisor(collaborator(unknown)), undefined],
    [
      'an unknown role',
      { AgentCollaboration: unknown, AgentCollaborators: [collaborator({ Ref: 'OtherAlias' })] },
      undefined,
    ],
    [
      'no role',
      { AgentCollaborators: [collaborator(unknown)] },
      '#/AgentCollaborators: The agent has collaborators and AgentCollaboration is DISABLED',
    ],
    [
      'itself',
      supervisor(collaborator({ Ref: 'ItAlias' })),
      '#/AgentCollaborators/0/AgentDescriptor/AliasArn: The agent It is its own collaborator, directly or through others',
    ],
    [
      'an agent that it works for',
      supervisor(collaborator({ Ref: 'OtherAlias' }, 'o'), collaborator({ Ref: 'HelperAlias' })),
      '#/AgentCollaborators/1/AgentDescriptor/AliasArn: The agent It is its own collaborator, directly or through others',
    ],
    [
      'one name twice',
      supervisor(collaborator(unknown), collaborator(unknown)),
      '#/AgentCollaborators/1/CollaboratorName: CollaboratorName helper is used twice',
    ],
  ])('are %s', (_name, properties, refused) => {
    expect(breaches(agentCollaborators, properties, around)).toEqual(refused === undefined ? [] : [refused]);
  });
});
