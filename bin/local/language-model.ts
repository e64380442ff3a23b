import type { LanguageModel } from '../../lib/local/model/language-model';
import { modelServer } from '../../lib/local/model/model-server';
import type { Issue } from '../../lib/platform';

/** What the environment says about the model of the local clouds. */
export interface NamedLanguageModel {
  /** @default - the stand-in */
  readonly model?: LanguageModel;
  /** What leaves this machine, for the display. */
  readonly notice?: string;
  readonly issues: readonly Issue[];
}

const urlName = 'LLMOPS_LOCAL_MODEL_URL';
const keyName = 'LLMOPS_LOCAL_MODEL_KEY';
const modelName = 'LLMOPS_LOCAL_MODEL_NAME';
const embeddingName = 'LLMOPS_LOCAL_EMBEDDING_NAME';

/**
 * The OpenAI-compatible server that takes the place of the stand-in of the local clouds. An empty variable counts as absent.
 * @param environment variables of the process
 */
export function namedLanguageModel(environment: Readonly<Record<string, string | undefined>>): NamedLanguageModel {
  const [url, key, model, embeddingModel] = [urlName, keyName, modelName, embeddingName].map((name) =>
    environment[name] === '' ? undefined : environment[name],
  );
  if (url === undefined)
    return { issues: withoutUrl({ [keyName]: key, [modelName]: model, [embeddingName]: embeddingModel }) };
  const issues = urlIssues(url);
  if (issues.length > 0) return { issues };
  const base = url.replace(/\/+$/, '');
  return {
    model: modelServer({
      url: base,
      ...(key === undefined ? {} : { key }),
      ...(model === undefined ? {} : { model }),
      ...(embeddingModel === undefined ? {} : { embeddingModel }),
    }),
    notice: `texts are generated and embedded by the model server at ${base} (${urlName}), which receives them`,
    issues: [],
  };
}

function urlIssues(got: string): readonly Issue[] {
  const url = URL.canParse(got) ? new URL(got) : undefined;
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (plain && (url.protocol === 'http:' || url.protocol === 'https:')) return [];
  return [
    {
      code: 'InvalidModelServer',
      path: urlName,
      message: 'not the base address of a model server',
      // An address with a password is not repeated.
      ...(url === undefined || plain ? { got } : {}),
      expected: 'http or https, without user, password, query and fragment',
      fix: `write an address such as http://127.0.0.1:8080/v1, and a key into ${keyName}`,
    },
  ];
}

function withoutUrl(given: Readonly<Record<string, string | undefined>>): readonly Issue[] {
  return Object.entries(given).flatMap(([path, value]) =>
    value === undefined
      ? []
      : [
          {
            code: 'InvalidModelServer',
            path,
            message: 'says something of a model server, and none is named',
            expected: `${urlName} beside it`,
            fix: `set ${urlName}, or unset ${path}`,
          } as const,
        ],
  );
}
