import type { JsonObject } from '../../../../constraints/json';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import type { RestInput, RestOperation } from '../rest-operations';
import { restOperations } from '../rest-operations';
import { converse, converseMembers, converseStream } from './converse';
import { applyAccess, applyGuardrail, applyMembers } from './guardrail/apply';
import { conversationGuardrailAccess } from './guardrail/conversation';
import { getIngestionJob, listIngestionJobs, startIngestionJob } from './ingestion';
import { invokeMembers, invokeModel, invokeModelStream } from './invoke-model';
import type { KnowledgeBase } from './knowledge-bases';
import { basesOf, requireBase, sourcesOf } from './knowledge-bases';
import { invokeAccess } from './models';
import { generateAccess, retrieve, retrieveAndGenerate } from './retrieve';

const base = '/knowledgebases/{knowledgeBaseId}';
const jobs = `${base}/datasources/{dataSourceId}/ingestionjobs`;

/** The right to an action on the knowledge base of the path. */
function onBase(action: string): RestOperation['access'] {
  return ({ path }: RestInput, { account, region }: CallContext): readonly AccessRequest[] => {
    const id = path['knowledgeBaseId']?.split('/').at(-1) ?? '*';
    return [{ action: `bedrock:${action}`, resource: `arn:aws:bedrock:${region}:${account}:knowledge-base/${id}` }];
  };
}

function onModel(action: string): RestOperation['access'] {
  return ({ path }, context) => invokeAccess(`bedrock:${action}`, path['modelId'] ?? '', context);
}

/** The rights to a model, and to the guardrail that a conversation names. */
function onConversation(action: string): RestOperation['access'] {
  return ({ path, body }, context) => [
    ...invokeAccess(`bedrock:${action}`, path['modelId'] ?? '', context),
    ...conversationGuardrailAccess(body, context),
  ];
}

function baseView({ id, arn, name, roleArn }: KnowledgeBase): JsonObject {
  return { knowledgeBaseId: id, knowledgeBaseArn: arn, name, roleArn, status: 'ACTIVE' };
}

/**
 * The data planes of Bedrock: agents (ingestion), agent runtime (retrieval) and runtime (models). They sign as one service, and
 * their paths differ. Source: API models in botocore (2026-11).
 */
export const bedrockCall = restOperations('bedrock', [
  {
    method: 'GET',
    path: base,
    action: 'GetKnowledgeBase',
    members: [],
    access: onBase('GetKnowledgeBase'),
    run: ({ path }, context) => ({ knowledgeBase: baseView(requireBase(path['knowledgeBaseId'] ?? '', context)) }),
  },
  {
    method: 'POST',
    path: '/knowledgebases/',
    action: 'ListKnowledgeBases',
    members: [],
    access: () => [{ action: 'bedrock:ListKnowledgeBases', resource: '*' }],
    run: (_input, context) => ({ knowledgeBaseSummaries: basesOf(context).map(baseView) }),
  },
  {
    method: 'POST',
    path: `${base}/datasources/`,
    action: 'ListDataSources',
    members: [],
    access: onBase('ListDataSources'),
    run: ({ path }, context) => ({
      dataSourceSummaries: sourcesOf(path['knowledgeBaseId'] ?? '', context).map(({ id, name }) => ({
        knowledgeBaseId: path['knowledgeBaseId'] ?? '',
        dataSourceId: id,
        name,
        status: 'AVAILABLE',
      })),
    }),
  },
  {
    method: 'PUT',
    path: jobs,
    action: 'StartIngestionJob',
    members: ['clientToken', 'description'],
    access: onBase('StartIngestionJob'),
    run: startIngestionJob,
  },
  {
    method: 'GET',
    path: `${jobs}/{ingestionJobId}`,
    action: 'GetIngestionJob',
    members: [],
    access: onBase('GetIngestionJob'),
    run: getIngestionJob,
  },
  {
    method: 'POST',
    path: jobs,
    action: 'ListIngestionJobs',
    members: [],
    access: onBase('ListIngestionJobs'),
    run: listIngestionJobs,
  },
  {
    method: 'POST',
    path: `${base}/retrieve`,
    action: 'Retrieve',
    members: ['retrievalQuery.text', 'retrievalConfiguration.vectorSearchConfiguration'],
    access: onBase('Retrieve'),
    run: retrieve,
  },
  {
    method: 'POST',
    path: '/retrieveAndGenerate',
    action: 'RetrieveAndGenerate',
    members: ['input', 'retrieveAndGenerateConfiguration', 'sessionId'],
    access: generateAccess,
    run: retrieveAndGenerate,
  },
  {
    method: 'POST',
    path: '/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply',
    action: 'ApplyGuardrail',
    members: applyMembers,
    access: applyAccess,
    run: applyGuardrail,
  },
  {
    method: 'POST',
    path: '/model/{modelId}/converse',
    action: 'Converse',
    members: converseMembers,
    access: onConversation('InvokeModel'),
    run: converse,
  },
  {
    method: 'POST',
    path: '/model/{modelId}/converse-stream',
    action: 'ConverseStream',
    members: converseMembers,
    access: onConversation('InvokeModelWithResponseStream'),
    run: converseStream,
  },
  {
    method: 'POST',
    path: '/model/{modelId}/invoke',
    action: 'InvokeModel',
    members: invokeMembers,
    access: onModel('InvokeModel'),
    run: invokeModel,
  },
  {
    method: 'POST',
    path: '/model/{modelId}/invoke-with-response-stream',
    action: 'InvokeModelWithResponseStream',
    members: invokeMembers,
    access: onModel('InvokeModelWithResponseStream'),
    run: invokeModelStream,
  },
]);
