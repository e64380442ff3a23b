import type { Breach, Constraint, KnownResource, Surroundings } from '../constraint';
import type { Json } from '../json';
import { at, isAbsent, isGiven, listAt, numberAt, objectAt, textAt } from '../value';

const types = ['AWS::Bedrock::Agent'];
const reference = 'https://docs.aws.amazon.com/bedrock/latest/APIReference';
const asOf = '2026-11-30';

/** An action group has an executor and one schema, or is a built-in one and has neither. */
export const agentActionGroups: Constraint = {
  id: 'agent-action-groups',
  types,
  source: { url: `${reference}/API_agent_CreateAgentActionGroup.html`, asOf },
  check: ({ properties }) => [
    ...listAt(properties, 'ActionGroups').flatMap((group, index) =>
      objectAt(group) === undefined ? [] : actionGroup(group, `#/ActionGroups/${index}`),
    ),
    ...twice(listAt(properties, 'ActionGroups'), 'ActionGroupName', '#/ActionGroups'),
  ],
};

function actionGroup(group: Json, pointer: string): readonly Breach[] {
  const name = textAt(group, 'ActionGroupName') ?? '';
  if (at(group, 'ParentActionGroupSignature') !== undefined) {
    const given = ['Description', 'ActionGroupExecutor', 'ApiSchema', 'FunctionSchema'].filter((key) =>
      isGiven(at(group, key)),
    );
    if (given.length === 0 || !isGiven(at(group, 'ParentActionGroupSignature'))) return [];
    return [
      {
        pointer: `${pointer}/${given[0] ?? ''}`,
        problem: `The built-in action group ${name} has ${given.join(' and ')}; with ParentActionGroupSignature these are empty`,
        fix: `Remove ${given.join(' and ')}, or remove ParentActionGroupSignature.`,
      },
    ];
  }
  const schemas = ['ApiSchema', 'FunctionSchema'];
  const breaches: Breach[] = [];
  if (isAbsent(group, 'ActionGroupExecutor'))
    breaches.push({
      pointer,
      problem: `The action group ${name} has no ActionGroupExecutor`,
      fix: 'Set ActionGroupExecutor.Lambda to a function, or ActionGroupExecutor.CustomControl to RETURN_CONTROL.',
    });
  if (schemas.every((key) => isAbsent(group, key)))
    breaches.push({
      pointer,
      problem: `The action group ${name} has no schema: neither ApiSchema nor FunctionSchema`,
      fix: 'Set ApiSchema or FunctionSchema.',
    });
  if (schemas.every((key) => isGiven(at(group, key))))
    breaches.push({
      pointer: `${pointer}/FunctionSchema`,
      problem: `The action group ${name} has both ApiSchema and FunctionSchema, and takes one of them`,
      fix: 'Remove one of the two schemas.',
    });
  return breaches;
}

function twice(list: readonly Json[], key: string, pointer: string): readonly Breach[] {
  const names = list.map((entry) => textAt(entry, key));
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [
          {
            pointer: `${pointer}/${index}/${key}`,
            problem: `${key} ${name} is used twice`,
            fix: `Give each entry another ${key}.`,
          },
        ],
  );
}

/** Memory is kept for 0 to 365 days and summarizes at least one session; knowledge bases are associated once. */
export const agentMemory: Constraint = {
  id: 'agent-memory',
  types,
  source: { url: `${reference}/API_agent_MemoryConfiguration.html`, asOf },
  check({ properties }) {
    const memory = at(properties, 'MemoryConfiguration');
    const days = numberAt(memory, 'StorageDays');
    const sessions = numberAt(memory, 'SessionSummaryConfiguration', 'MaxRecentSessions');
    return [
      ...(days === undefined || (days >= 0 && days <= 365)
        ? []
        : [
            {
              pointer: '#/MemoryConfiguration/StorageDays',
              problem: `StorageDays ${days} is not between 0 and 365`,
              fix: 'Set StorageDays to a number between 0 and 365.',
            },
          ]),
      ...(sessions === undefined || sessions >= 1
        ? []
        : [
            {
              pointer: '#/MemoryConfiguration/SessionSummaryConfiguration/MaxRecentSessions',
              problem: `MaxRecentSessions ${sessions} is below 1`,
              fix: 'Set MaxRecentSessions to at least 1.',
            },
          ]),
      ...(memory !== undefined && isAbsent(memory, 'EnabledMemoryTypes')
        ? [
            {
              pointer: '#/MemoryConfiguration',
              problem: 'MemoryConfiguration has no EnabledMemoryTypes',
              fix: 'Set EnabledMemoryTypes to ["SESSION_SUMMARY"].',
            },
          ]
        : []),
      ...twice(listAt(properties, 'KnowledgeBases'), 'KnowledgeBaseId', '#/KnowledgeBases'),
    ];
  },
};

/** A custom orchestration, and only that, has a function; an overridden prompt has a template, and its parser a function. */
export const agentOrchestration: Constraint = {
  id: 'agent-orchestration',
  types,
  source: { url: `${reference}/API_agent_PromptConfiguration.html`, asOf },
  check({ properties }) {
    const type = textAt(properties, 'OrchestrationType');
    const override = at(properties, 'PromptOverrideConfiguration');
    const prompts = listAt(override, 'PromptConfigurations');
    const parsed = prompts.findIndex((prompt) => textAt(prompt, 'ParserMode') === 'OVERRIDDEN');
    return [
      ...(type === 'CUSTOM_ORCHESTRATION' && isAbsent(properties, 'CustomOrchestration')
        ? [
            {
              pointer: '#/OrchestrationType',
              problem:
                'OrchestrationType CUSTOM_ORCHESTRATION needs CustomOrchestration, the function that orchestrates',
              fix: 'Set CustomOrchestration.Executor.Lambda to a function, or OrchestrationType to DEFAULT.',
            },
          ]
        : []),
      ...prompts.flatMap((prompt, index) =>
        textAt(prompt, 'PromptCreationMode') === 'OVERRIDDEN' && isAbsent(prompt, 'BasePromptTemplate')
          ? [
              {
                pointer: `#/PromptOverrideConfiguration/PromptConfigurations/${index}`,
                problem: 'PromptCreationMode is OVERRIDDEN, and BasePromptTemplate is missing',
                fix: 'Write BasePromptTemplate, or set PromptCreationMode to DEFAULT.',
              },
            ]
          : [],
      ),
      ...(parsed !== -1 && isAbsent(override, 'OverrideLambda')
        ? [
            {
              pointer: `#/PromptOverrideConfiguration/PromptConfigurations/${parsed}/ParserMode`,
              problem: 'ParserMode is OVERRIDDEN, and OverrideLambda is missing',
              fix: 'Set OverrideLambda to the function that parses, or ParserMode to DEFAULT.',
            },
          ]
        : []),
      ...twice(prompts, 'PromptType', '#/PromptOverrideConfiguration/PromptConfigurations'),
    ];
  },
};

/** A supervisor has collaborators, others have none, and no agent works for itself, directly or through others. */
export const agentCollaborators: Constraint = {
  id: 'agent-collaborators',
  types,
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-multi-agent-collaboration.html', asOf },
  check({ properties, logicalId }, surroundings) {
    const collaborators = listAt(properties, 'AgentCollaborators');
    const role = properties['AgentCollaboration'] === undefined ? 'DISABLED' : textAt(properties, 'AgentCollaboration');
    const names = twice(collaborators, 'CollaboratorName', '#/AgentCollaborators');
    if (role === 'DISABLED' && collaborators.some(isGiven)) {
      return [
        ...names,
        {
          pointer: '#/AgentCollaborators',
          problem: 'The agent has collaborators and AgentCollaboration is DISABLED',
          fix: 'Set AgentCollaboration to SUPERVISOR or SUPERVISOR_ROUTER.',
        },
      ];
    }
    const loop = collaborators.findIndex((one) => worksFor(one, logicalId, surroundings, new Set()));
    if (loop === -1) return names;
    return [
      ...names,
      {
        pointer: `#/AgentCollaborators/${loop}/AgentDescriptor/AliasArn`,
        problem: `The agent ${logicalId} is its own collaborator, directly or through others`,
        fix: 'Remove the collaborator that closes the circle.',
      },
    ];
  },
};

/** Whether a collaborator is an agent or has it among its own. */
function worksFor(collaborator: Json, agent: string, surroundings: Surroundings, seen: Set<string>): boolean {
  const { named } = surroundings;
  const alias = named(['AWS::Bedrock::AgentAlias'], at(collaborator, 'AgentDescriptor', 'AliasArn'));
  if (typeof alias === 'string') return false;
  const found: KnownResource | string = named(types, alias.properties['AgentId']);
  if (typeof found === 'string' || seen.has(found.logicalId)) return false;
  seen.add(found.logicalId);
  if (found.logicalId === agent) return true;
  return listAt(found.properties, 'AgentCollaborators').some((one) => worksFor(one, agent, surroundings, seen));
}
