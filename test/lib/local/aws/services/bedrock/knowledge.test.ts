import {
  BedrockAgentClient,
  GetIngestionJobCommand,
  ListIngestionJobsCommand,
  StartIngestionJobCommand,
} from '@aws-sdk/client-bedrock-agent';
import {
  BedrockAgentRuntimeClient,
  RetrieveAndGenerateCommand,
  RetrieveCommand,
} from '@aws-sdk/client-bedrock-agent-runtime';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import type { LanguageModel } from '../../../../../../lib/local/model/language-model';
import { ModelServerError } from '../../../../../../lib/local/model/language-model';
import { standInModel } from '../../../../../../lib/local/model/stand-in-model';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';
import { knowledgeTemplate, names } from './knowledge-stack';

let cloud: LocalAws;
let failures: string[];
let embed: LanguageModel['embed'];
let s3: S3Client;
let agent: BedrockAgentClient;
let runtime: BedrockAgentRuntimeClient;
beforeEach(async () => {
  failures = [];
  embed = (texts, dimension) => standInModel.embed(texts, dimension);
  cloud = await startLocalAws({
    model: { ...standInModel, embed: (texts, dimension) => embed(texts, dimension) },
    onEvent: (event) => {
      if (event.kind === 'resource' && event.status.endsWith('_FAILED')) failures.push(event.reason ?? '');
    },
  });
  const options = {
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  };
  s3 = new S3Client({ ...options, forcePathStyle: true });
  agent = new BedrockAgentClient(options);
  runtime = new BedrockAgentRuntimeClient(options);
});
afterEach(async () => {
  for (const sdk of [s3, agent, runtime]) sdk.destroy();
  await cloud.close();
});

/** Ids of the knowledge base and its data source. */
interface Ids {
  readonly knowledgeBaseId: string;
  readonly dataSourceId: string;
}

async function deploy(template: object): Promise<Ids> {
  const created = await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'knowledge',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  expect(created.text).not.toContain('<Error>');
  expect(failures).toEqual([]);
  const [stack] = cloud.stacks();
  return { knowledgeBaseId: stack?.outputs['BaseId'] ?? '', dataSourceId: stack?.outputs['SourceId'] ?? '' };
}

const put = (key: string, body: string | Buffer) =>
  s3.send(new PutObjectCommand({ Bucket: names.bucket, Key: key, Body: body }));

async function ingest(ids: Ids) {
  const { ingestionJob } = await agent.send(new StartIngestionJobCommand(ids));
  await cloud.idle();
  const job = await agent.send(
    new GetIngestionJobCommand({ ...ids, ingestionJobId: ingestionJob?.ingestionJobId ?? '' }),
  );
  return job.ingestionJob;
}

const ask = (ids: Ids, text: string) =>
  runtime.send(
    new RetrieveAndGenerateCommand({
      input: { text },
      retrieveAndGenerateConfiguration: {
        type: 'KNOWLEDGE_BASE',
        knowledgeBaseConfiguration: {
          knowledgeBaseId: ids.knowledgeBaseId,
          modelArn: `arn:aws:bedrock:${testRegion}::foundation-model/anthropic.claude-sonnet-4-6`,
        },
      },
    }),
  );

it('answers a question with a citation of the document that says it, and refuses what none says', async () => {
  const ids = await deploy(knowledgeTemplate());
  await put(
    'handbook/refunds.md',
    '# Refunds\nA refund is paid within 14 days of the return.\nReturns are free in Austria.\n',
  );
  await put(
    'handbook/warranty.txt',
    'The warranty of the Heron pump lasts 27 months. It covers the motor and the seal.',
  );
  await put(
    'handbook/warranty.txt.metadata.json',
    JSON.stringify({ metadataAttributes: { team: 'pumps', year: 2026 } }),
  );
  const job = await ingest(ids);
  expect(job).toMatchObject({
    status: 'COMPLETE',
    statistics: {
      numberOfDocumentsScanned: 2,
      numberOfMetadataDocumentsScanned: 1,
      numberOfNewDocumentsIndexed: 2,
      numberOfDocumentsFailed: 0,
    },
  });

  const answer = await ask(ids, 'How many months does the warranty of the Heron pump last?');
  expect(answer.output?.text).toBe('[local stand-in, extractive] The warranty of the Heron pump lasts 27 months.');
  const [citation] = answer.citations ?? [];
  const part = citation?.generatedResponsePart?.textResponsePart;
  expect(answer.output?.text?.slice(part?.span?.start, (part?.span?.end ?? 0) + 1)).toBe(part?.text);
  const [reference] = citation?.retrievedReferences ?? [];
  expect(reference?.content?.text).toContain('27 months');
  expect(reference).toMatchObject({
    location: { type: 'S3', s3Location: { uri: `s3://${names.bucket}/handbook/warranty.txt` } },
    metadata: { team: 'pumps', year: 2026 },
  });

  const refused = await ask(ids, 'How many months does the warranty of the Kestrel pump last?');
  expect(refused.output?.text).toBe('[local stand-in, extractive] The given text does not answer this question.');
  expect(refused.citations).toEqual([]);
});

it('retrieves the nearest chunks that pass a filter on metadata', async () => {
  const ids = await deploy(knowledgeTemplate());
  for (const year of [2024, 2025, 2026]) {
    await put(`handbook/fees-${year}.txt`, `The annual fee of ${year} is ${year - 2000} euros.`);
    await put(`handbook/fees-${year}.txt.metadata.json`, JSON.stringify({ metadataAttributes: { year } }));
  }
  await ingest(ids);
  const { retrievalResults } = await runtime.send(
    new RetrieveCommand({
      knowledgeBaseId: ids.knowledgeBaseId,
      retrievalQuery: { text: 'What is the annual fee?' },
      retrievalConfiguration: {
        vectorSearchConfiguration: {
          numberOfResults: 2,
          filter: { greaterThanOrEquals: { key: 'year', value: 2025 } },
        },
      },
    }),
  );
  expect(retrievalResults?.map(({ metadata }) => metadata?.['year']).sort()).toEqual([2025, 2026]);
  expect(retrievalResults?.every(({ score = 0 }) => score > 0.3 && score <= 1)).toBe(true);
});

it('counts documents that fail, one by one, and stores nothing of them', async () => {
  const ids = await deploy(knowledgeTemplate());
  await put('handbook/good.txt', 'The office opens at nine.');
  await put('handbook/empty.txt', ' \n');
  await put('handbook/scan.pdf', '%PDF-1.7');
  await put('handbook/broken.txt', Buffer.from([0x66, 0xff, 0xfe]));
  await put('elsewhere/other.txt', 'Not under the prefix.');
  const job = await ingest(ids);
  expect(job?.statistics).toMatchObject({
    numberOfDocumentsScanned: 4,
    numberOfNewDocumentsIndexed: 1,
    numberOfDocumentsFailed: 3,
  });
  expect(job?.failureReasons?.map((reason) => reason.replace(/^.*\[file: (.*)\]$/, '$1')).sort()).toEqual([
    'handbook/broken.txt',
    'handbook/empty.txt',
    'handbook/scan.pdf',
  ]);
});

it('stores nothing of a document whose embedding fails, and takes it with the next job', async () => {
  const ids = await deploy(knowledgeTemplate());
  await put('handbook/a.txt', 'The lake is deep.');
  embed = () => Promise.reject(new ModelServerError('refused', 'out of memory', 500));
  const job = await ingest(ids);
  expect(job).toMatchObject({ status: 'COMPLETE', statistics: { numberOfDocumentsFailed: 1 } });
  expect(job?.failureReasons).toEqual(['Encountered error: out of memory [file: handbook/a.txt]']);
  embed = (texts, dimension) => standInModel.embed(texts, dimension);
  const { retrievalResults } = await runtime.send(
    new RetrieveCommand({ knowledgeBaseId: ids.knowledgeBaseId, retrievalQuery: { text: 'lake' } }),
  );
  expect(retrievalResults).toEqual([]);
  expect((await ingest(ids))?.statistics).toMatchObject({ numberOfNewDocumentsIndexed: 1 });
});

it('indexes only what changed, and forgets what is gone', async () => {
  const ids = await deploy(knowledgeTemplate());
  await put('handbook/a.txt', 'The lake is deep.');
  await put('handbook/b.txt', 'The mountain is high.');
  await ingest(ids);
  await put('handbook/a.txt', 'The lake is shallow.');
  await s3.send(new DeleteObjectCommand({ Bucket: names.bucket, Key: 'handbook/b.txt' }));
  const job = await ingest(ids);
  expect(job?.statistics).toMatchObject({
    numberOfDocumentsScanned: 1,
    numberOfNewDocumentsIndexed: 0,
    numberOfModifiedDocumentsIndexed: 1,
    numberOfDocumentsDeleted: 1,
  });
  const found = async (text: string) =>
    (
      await runtime.send(new RetrieveCommand({ knowledgeBaseId: ids.knowledgeBaseId, retrievalQuery: { text } }))
    ).retrievalResults?.map(({ content }) => content?.text);
  expect(await found('lake mountain')).toEqual(['The lake is shallow.']);
  const { ingestionJobSummaries } = await agent.send(new ListIngestionJobsCommand(ids));
  expect(ingestionJobSummaries?.map(({ status }) => status)).toEqual(['COMPLETE', 'COMPLETE']);
});

it('refuses a second job while one runs', async () => {
  const ids = await deploy(knowledgeTemplate());
  for (let number = 0; number < 60; number += 1) await put(`handbook/${number}.txt`, `Page ${number} of the book.`);
  await agent.send(new StartIngestionJobCommand(ids));
  await expect(agent.send(new StartIngestionJobCommand(ids))).rejects.toMatchObject({ name: 'ConflictException' });
  await cloud.idle();
  expect((await ingest(ids))?.status).toBe('COMPLETE');
});

it.each(['embed', 'list', 'index'])(
  'ends a job as FAILED, with the action, for a role without the right to %s',
  async (without) => {
    const ids = await deploy(knowledgeTemplate({ without }));
    await put('handbook/a.txt', 'The lake is deep.');
    const job = await ingest(ids);
    expect(job?.status).toBe('FAILED');
    expect(job?.failureReasons?.join()).toContain(names.role);
  },
);

it('counts a document that the role may not read as failed', async () => {
  const ids = await deploy(knowledgeTemplate({ without: 'read' }));
  await put('handbook/a.txt', 'The lake is deep.');
  const job = await ingest(ids);
  expect(job).toMatchObject({
    status: 'COMPLETE',
    statistics: { numberOfDocumentsFailed: 1, numberOfNewDocumentsIndexed: 0 },
  });
  expect(job?.failureReasons?.[0]).toContain('s3:GetObject');
});

it('refuses a query without words, one that is too long, and a knowledge base that does not exist', async () => {
  const ids = await deploy(knowledgeTemplate());
  const retrieve = (knowledgeBaseId: string, text: string) =>
    runtime.send(new RetrieveCommand({ knowledgeBaseId, retrievalQuery: { text } }));
  await expect(retrieve(ids.knowledgeBaseId, '')).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(retrieve(ids.knowledgeBaseId, 'a'.repeat(20_001))).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(ask(ids, 'a'.repeat(1001))).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(retrieve('ABCDEFGHIJ', 'lake')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
