import type { LocalAws } from '../aws';
import type { StepOutcome } from './progress';
import type { RehearsedAnswer } from './questions';
import { answerProblems, answersInWords, sampleDocuments, sampleQuestions } from './questions';
import { StackApi } from './stack-api';

/** A knowledge base of an environment. */
export interface RehearsedKnowledge {
  /** Its name in Bedrock. */
  readonly name: string;
  readonly bucketName: string;
  /** Prefix of its documents, with a final slash. */
  readonly prefix: string;
}

/** What questions are asked of. */
export interface AwsQuestionsOptions {
  readonly cloud: LocalAws;
  readonly account: string;
  readonly region: string;
  readonly knowledge: RehearsedKnowledge;
}

/** The model of the questions: the local cloud runs none, and asks only whether it exists. */
const model = 'amazon.nova-lite-v1:0';

/** Brings documents to a knowledge base, has them ingested, asks questions, and takes the documents away again. */
export class AwsQuestions {
  constructor(private readonly options: AwsQuestionsOptions) {}

  /** Asks every question once. Afterwards the bucket is empty and the index has no vector of the documents. */
  async ask(): Promise<StepOutcome & { readonly answers: readonly RehearsedAnswer[] }> {
    const { cloud, account, region, knowledge } = this.options;
    const ids = await this.find();
    for (const { name, text } of sampleDocuments)
      await this.call('s3', 'PUT', `/${knowledge.bucketName}/${knowledge.prefix}${name}`, text);
    const ingested = await this.ingest(ids);
    const answers: RehearsedAnswer[] = [];
    for (const { text } of sampleQuestions) answers.push(await this.answer(ids.base, text));
    await new StackApi(cloud, account, region).empty(knowledge.bucketName);
    const forgotten = await this.ingest(ids);
    const count = sampleDocuments.length;
    return {
      answers,
      summary: `${answersInWords(answers)}; the documents deleted and forgotten`,
      failures: [
        ...(ingested.numberOfNewDocumentsIndexed === count ? [] : [`ingested: ${JSON.stringify(ingested)}`]),
        ...(forgotten.numberOfDocumentsDeleted === count ? [] : [`forgotten: ${JSON.stringify(forgotten)}`]),
        ...answerProblems(answers),
      ],
    };
  }

  private async find(): Promise<{ readonly base: string; readonly source: string }> {
    const { knowledgeBaseSummaries } = await this.bedrock<{
      readonly knowledgeBaseSummaries: readonly { readonly knowledgeBaseId: string; readonly name: string }[];
    }>('POST', '/knowledgebases/', {});
    const found = knowledgeBaseSummaries.find(({ name }) => name === this.options.knowledge.name);
    if (found === undefined) throw new Error(`the knowledge base ${this.options.knowledge.name} does not exist`);
    const { dataSourceSummaries } = await this.bedrock<{
      readonly dataSourceSummaries: readonly { readonly dataSourceId: string }[];
    }>('POST', `/knowledgebases/${found.knowledgeBaseId}/datasources/`, {});
    return { base: found.knowledgeBaseId, source: dataSourceSummaries[0]?.dataSourceId ?? '' };
  }

  /** Runs a job to its end. @returns its counts @throws Error when it fails */
  private async ingest({
    base,
    source,
  }: {
    readonly base: string;
    readonly source: string;
  }): Promise<Readonly<Record<string, number>>> {
    const path = `/knowledgebases/${base}/datasources/${source}/ingestionjobs/`;
    const started = await this.bedrock<Started>('PUT', path, {});
    await this.options.cloud.idle();
    const { ingestionJob } = await this.bedrock<Started>('GET', `${path}${started.ingestionJob.ingestionJobId}`);
    const { status, statistics, failureReasons = [] } = ingestionJob;
    if (status !== 'COMPLETE' || failureReasons.length > 0)
      throw new Error(`the ingestion ended as ${status}: ${failureReasons.join('; ')}`);
    return statistics;
  }

  private async answer(base: string, question: string): Promise<RehearsedAnswer> {
    const { region } = this.options;
    const { output, citations } = await this.bedrock<Generated>('POST', '/retrieveAndGenerate', {
      input: { text: question },
      retrieveAndGenerateConfiguration: {
        type: 'KNOWLEDGE_BASE',
        knowledgeBaseConfiguration: {
          knowledgeBaseId: base,
          modelArn: `arn:aws:bedrock:${region}::foundation-model/${model}`,
        },
      },
    });
    return {
      cloud: 'aws',
      question,
      answer: output.text,
      citations: citations.flatMap(({ retrievedReferences }) =>
        retrievedReferences.map(({ location, content }) => ({
          document: location.s3Location.uri,
          text: content.text,
        })),
      ),
    };
  }

  private async bedrock<Result>(method: string, path: string, body?: object): Promise<Result> {
    return JSON.parse(
      await this.call('bedrock', method, path, body === undefined ? undefined : JSON.stringify(body)),
    ) as Result;
  }

  /** @throws Error with the message of the service when it refuses */
  private async call(service: string, method: string, path: string, body?: string): Promise<string> {
    const { cloud, account, region } = this.options;
    const key = cloud.env(account, region)['AWS_ACCESS_KEY_ID'] ?? '';
    const response = await fetch(`${cloud.url}${path}`, {
      method,
      headers: {
        // The local cloud reads account, region and service of a signature and does not check it.
        authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=00`,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${service} ${method} ${path}: ${response.status} ${text}`);
    return text;
  }
}

interface Started {
  readonly ingestionJob: {
    readonly ingestionJobId: string;
    readonly status: string;
    readonly statistics: Readonly<Record<string, number>>;
    readonly failureReasons?: readonly string[];
  };
}

interface Generated {
  readonly output: { readonly text: string };
  readonly citations: readonly {
    readonly retrievedReferences: readonly {
      readonly content: { readonly text: string };
      readonly location: { readonly s3Location: { readonly uri: string } };
    }[];
  }[];
}
