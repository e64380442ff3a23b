import { catalog } from '../../../../lib/catalog';
import { findEngine, imageIssues } from '../../../../lib/plan/facts/engines';
import { withUserRows } from '../../../../lib/plan/facts/user-rows';
import { engineRow } from '../../../helpers/engine-row';

const path = 'endpoints.chat.serving.version';
const fact = { source: 'AWS announced it', asOf: '2026-11-29' } as const;

test('an unknown version names those that are known', () => {
  expect(findEngine(catalog, 'vllm', '0.27.2', path)).toMatchObject({
    ok: false,
    issues: [{ code: 'UnknownEngineVersion', path, got: '0.27.2', fix: "did you mean '0.27.1'?" }],
  });
});

test('a version without an image on a cloud is refused there, with the versions that have one', () => {
  const wanted = { code: 'EngineNotOnCloud', path, got: 'vllm 0.33.0' };
  expect(imageIssues(catalog, engineRow('vllm', '0.33.0'), 'aws', path)).toEqual([
    {
      ...wanted,
      message: expect.stringContaining('no image of vllm 0.33.0 on AWS is known') as string,
      expected: "a version with an image on AWS: '0.19.1', '0.27.1' or '0.31.0'",
      fix: "use '0.19.1', '0.27.1' or '0.31.0'; or add the image as a row of catalog.engines",
    },
  ]);
  expect(imageIssues(catalog, engineRow('vllm', '0.33.0'), 'azure', path)).toEqual([]);
  expect(imageIssues(catalog, engineRow('nim', '2.0.4'), 'azure', path)).toMatchObject([
    { code: 'EngineNotOnCloud', fix: expect.stringContaining('use another engine') as string },
  ]);
});

describe('a row of the user', () => {
  const aws = { repository: 'vllm', tag: '0.33.0-gpu-cu130' };

  test('adds an image, with the arguments and variables of the version it names', () => {
    const rows = [{ engine: 'vllm', version: '0.34.0', argumentsOf: '0.33.0', aws, ...fact }];
    const own = withUserRows(catalog, { catalog: { engines: rows } });
    expect(own.issues).toEqual([]);
    expect(findEngine(own.catalog, 'vllm', '0.34.0', path)).toMatchObject({
      ok: true,
      value: {
        arguments: engineRow('vllm', '0.33.0').arguments,
        aws: { ...aws, variables: { prefix: 'SM_VLLM_' } },
        ...fact,
      },
    });
  });

  test('of a known version replaces it, with a warning', () => {
    const rows = [{ engine: 'vllm', version: '0.33.0', argumentsOf: '0.33.0', aws, ...fact }];
    const own = withUserRows(catalog, { catalog: { engines: rows } });
    expect(own.issues).toMatchObject([{ code: 'EngineAlreadyKnown', path: 'catalog.engines[0].version' }]);
    expect(own.catalog.engines.filter((row) => row.engine === 'vllm')).toHaveLength(4);
  });

  test.each([
    ['al2023-ami-sagemaker-inference-gpu-4-1', []],
    ['al2023-ami-sagemaker-inference-gpu-9', ['UnknownHostImage catalog.engines[0].aws.inferenceAmiVersion']],
  ])('with host image %s', (inferenceAmiVersion, issues) => {
    const rows = [
      { engine: 'vllm', version: '0.34.0', argumentsOf: '0.33.0', aws: { ...aws, inferenceAmiVersion }, ...fact },
    ];
    const own = withUserRows(catalog, { catalog: { engines: rows } });
    expect(own.issues.map((issue) => `${issue.code} ${issue.path}`)).toEqual(issues);
  });

  test('with arguments of a version nobody compared is left out', () => {
    const rows = [{ engine: 'vllm', version: '0.35.0', argumentsOf: '0.34.0', aws, ...fact }];
    const own = withUserRows(catalog, { catalog: { engines: rows } });
    expect(own.issues).toMatchObject([{ code: 'UnknownEngineVersion', path: 'catalog.engines[0].argumentsOf' }]);
    expect(own.catalog.engines).toEqual(catalog.engines);
  });
});
