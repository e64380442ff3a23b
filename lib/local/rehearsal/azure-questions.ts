import type { AzureData, AzureResource } from '../azure-data';
import { localToken, startAzureData } from '../azure-data';
import { chunksOf } from '../documents/chunk';
import { readDocument } from '../documents/read-text';
import { attributed } from '../model/attribution';
import type { LanguageModel } from '../model/language-model';
import { standInLabel } from '../model/stand-in';
import { sentencesOf } from '../model/words';
import type { StepOutcome } from './progress';
import type { RehearsedAnswer } from './questions';
import { answerProblems, answersInWords, sampleDocuments, sampleQuestions } from './questions';

/** What an environment has on Azure to answer questions with. */
export interface AzureKnowledge {
  /** Azure OpenAI account. */
  readonly account: string;
  readonly embeddingDeployment: string;
  /** Length of the vectors that the embedding model gives. */
  readonly dimensions: number;
  readonly chatDeployment: string;
  readonly searchService: string;
}

/** The index of the rehearsal, which is deleted at its end. */
const indexName = 'rehearsal';
/** Chunks that a question is answered from. */
const chunksOfAnswer = 3;
const chunking = { maxTokens: 300, overlapPercentage: 20 };

/** One chunk in the index. */
interface IndexedChunk {
  readonly id: string;
  readonly document: string;
  readonly text: string;
}

/** Fills an index as the identity that may fill indexes, and asks questions as the identity that calls models and queries. */
export class AzureQuestions {
  constructor(
    private readonly knowledge: AzureKnowledge,
    private readonly resources: () => readonly AzureResource[],
    /** @default - a stand-in without a model */
    private readonly model?: LanguageModel,
  ) {}

  /** Asks every question once. @returns undefined where no identity of the environment may fill an index, or none may ask */
  async ask(): Promise<(StepOutcome & { readonly answers: readonly RehearsedAnswer[] }) | undefined> {
    const data = await startAzureData(this.resources, this.model);
    try {
      const writer = await this.identity((token) => this.createIndex(data, token));
      const caller = await this.identity((token) => this.embed(data, token, 'who may ask'));
      if (writer === undefined || caller === undefined) return undefined;
      await this.fill(data, writer, caller);
      const answers: RehearsedAnswer[] = [];
      for (const { text } of sampleQuestions) answers.push(await this.answer(data, caller, text));
      await call('DELETE', this.index(data), writer);
      return { answers, summary: answersInWords(answers), failures: answerProblems(answers) };
    } finally {
      await data.close();
    }
  }

  /** The token of the first identity of the environment that may do something. */
  private async identity(tries: (token: string) => Promise<unknown>): Promise<string | undefined> {
    for (const { type, outputs } of this.resources()) {
      if (type !== 'azure-native:managedidentity:UserAssignedIdentity') continue;
      const id =
        typeof outputs === 'object' && outputs !== null && 'principalId' in outputs ? outputs.principalId : undefined;
      if (typeof id !== 'string') continue;
      const token = localToken(id);
      try {
        await tries(token);
        return token;
      } catch (error) {
        if (!(error instanceof Denied)) throw error;
      }
    }
    return undefined;
  }

  private index(data: AzureData): string {
    return `${data.search(this.knowledge.searchService)}/indexes/${indexName}`;
  }

  private createIndex(data: AzureData, token: string): Promise<unknown> {
    return call('PUT', this.index(data), token, {
      name: indexName,
      fields: [
        { name: 'id', type: 'Edm.String', key: true, filterable: true },
        { name: 'document', type: 'Edm.String', searchable: false, filterable: true },
        { name: 'text', type: 'Edm.String', searchable: true },
        {
          name: 'vector',
          type: 'Collection(Edm.Single)',
          dimensions: this.knowledge.dimensions,
          vectorSearchProfile: 'exact',
          retrievable: false,
        },
      ],
      vectorSearch: {
        profiles: [{ name: 'exact', algorithm: 'exact' }],
        algorithms: [{ name: 'exact', kind: 'exhaustiveKnn', exhaustiveKnnParameters: { metric: 'cosine' } }],
      },
    });
  }

  private async fill(data: AzureData, writer: string, caller: string): Promise<void> {
    const chunks = sampleDocuments.flatMap(({ name, text }): readonly IndexedChunk[] => {
      const read = readDocument(name, Buffer.from(text), text.length * 4);
      if ('problem' in read) throw new Error(`${name}: ${read.problem}`);
      return chunksOf(read.text, chunking).map((chunk, part) => ({
        id: `${name.replace(/\W/g, '-')}-${part}`,
        document: name,
        text: chunk,
      }));
    });
    const value = [];
    for (const chunk of chunks) value.push({ ...chunk, vector: await this.embed(data, caller, chunk.text) });
    await call('POST', `${this.index(data)}/docs/index`, writer, { value });
  }

  private async answer(data: AzureData, caller: string, question: string): Promise<RehearsedAnswer> {
    const vector = await this.embed(data, caller, question);
    const found = await call<{ readonly value: readonly IndexedChunk[] }>(
      'POST',
      `${this.index(data)}/docs/search`,
      caller,
      {
        search: question,
        vectorQueries: [{ kind: 'vector', vector, fields: 'vector', k: chunksOfAnswer }],
        select: 'id,document,text',
        top: chunksOfAnswer,
      },
    );
    const { account, chatDeployment } = this.knowledge;
    const url = `${data.openAi(account)}/openai/deployments/${chatDeployment}/chat/completions?api-version=2024-10-21`;
    const { choices } = await call<{ readonly choices: readonly { readonly message: { readonly content: string } }[] }>(
      'POST',
      url,
      caller,
      {
        messages: [
          ...found.value.map(({ text }) => ({ role: 'system', content: text })),
          { role: 'user', content: question },
        ],
      },
    );
    const answer = choices[0]?.message.content ?? '';
    const cited = citedIn(answer, found.value);
    return {
      cloud: 'azure',
      question,
      answer,
      citations: cited.map(({ document, text }) => ({ document: `${this.knowledge.searchService}/${document}`, text })),
    };
  }

  private async embed(data: AzureData, token: string, text: string): Promise<readonly number[]> {
    const { account, embeddingDeployment } = this.knowledge;
    const url = `${data.openAi(account)}/openai/deployments/${embeddingDeployment}/embeddings?api-version=2024-10-21`;
    const body = await call<{ readonly data: readonly { readonly embedding: readonly number[] }[] }>(
      'POST',
      url,
      token,
      {
        input: text,
        dimensions: this.knowledge.dimensions,
      },
    );
    return body.data[0]?.embedding ?? [];
  }
}

/** The chunks that an answer is from: the completion itself names no source. The stand-in repeats sentences, a model may not. */
function citedIn(answer: string, chunks: readonly IndexedChunk[]): readonly IndexedChunk[] {
  const texts = chunks.map(({ text }) => text);
  const repeated = (text: string): boolean =>
    sentencesOf(text).some((sentence) => sentence.endsWith('.') && answer.includes(sentence));
  const sources = answer.startsWith(standInLabel)
    ? new Set<number | undefined>()
    : new Set(sentencesOf(answer).map((sentence) => attributed(sentence, texts)));
  return chunks.filter(({ text }, place) => repeated(text) || sources.has(place));
}

/** A refusal for the lack of a role. */
class Denied extends Error {}

/** @throws Denied without a role, Error with the text of the service for every other refusal */
async function call<Result>(method: string, url: string, token: string, body?: object): Promise<Result> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status === 403) throw new Denied(text);
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return JSON.parse(text === '' ? '{}' : text) as Result;
}
