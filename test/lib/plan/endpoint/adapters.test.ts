import { adapterIssues, servedAdapters } from '../../../../lib/plan/endpoint/adapters';
import { argumentsOf, engineValues, variablesOf } from '../../../../lib/plan/endpoint/engine-settings';
import { awsCaseIssues } from '../../../helpers/case-config';
import { engineRow } from '../../../helpers/engine-row';
import { endpoint } from '../../../helpers/platform';
import { size } from '../../../helpers/sized-endpoint';
import { model, refused, sized, sizeRequest } from '../../../helpers/sizing';

const two = endpoint({ adapters: { legal: { rank: 64 }, support: { rank: 20, path: 'lora/support' } } });
const one = endpoint({ adapters: { legal: { rank: 64 } } });
const at = 'endpoints.chat';

test('every slot is as large as the largest adapter, in a rank that has a kernel', () => {
  expect(servedAdapters(endpoint())).toBeUndefined();
  expect(servedAdapters(two)).toEqual({
    modules: [
      { name: 'legal', path: 'adapters/legal' },
      { name: 'support', path: 'lora/support' },
    ],
    rank: 64,
  });
  expect(servedAdapters(endpoint({ adapters: { odd: { rank: 48 } } }))?.rank).toBe(64);
});

test.each([
  [
    'vllm',
    '0.31.0',
    ['--lora-modules', 'legal=/models/adapters/legal', 'support=/models/lora/support'],
    ['--max-lora-rank', '64', '--max-loras', '2'],
  ],
  [
    'sglang',
    '0.5.21',
    ['--lora-paths', 'legal=/models/adapters/legal', 'support=/models/lora/support'],
    ['--max-lora-rank', '64', '--max-loras-per-batch', '2'],
  ],
] as const)('%s %s is told adapters, their number and the largest rank', (engine, version, named, limits) => {
  const row = engineRow(engine, version);
  const adapters = servedAdapters(two);
  const chosen = size(adapters === undefined ? {} : { adapters });
  const args = argumentsOf(row, engineValues(row, 'chat', chosen, '/models')).join(' ');
  expect(args).toContain(named.join(' '));
  expect(args).toContain(limits.join(' '));
  expect(args).toContain('--enable-lora --');
  expect(argumentsOf(row, engineValues(row, 'chat', size(), '/models')).join(' ')).not.toContain('lora');
});

test('TGI reads a list with commas', () => {
  const row = engineRow('tgi', '3.3.7');
  const adapters = servedAdapters(two);
  const chosen = size(adapters === undefined ? {} : { adapters });
  expect(variablesOf(row, row.variables ?? {}, engineValues(row, 'chat', chosen, '/models'))).toMatchObject({
    LORA_ADAPTERS: 'legal=/models/adapters/legal,support=/models/lora/support',
  });
});

describe('refused are', () => {
  test('a rank above the largest kernel', () => {
    const wide = endpoint({ adapters: { legal: { rank: 600 } } });
    expect(adapterIssues(at, wide, engineRow('vllm', '0.31.0'), 'aws')).toMatchObject([
      { code: 'LoraRankUnsupported', path: 'endpoints.chat.adapters.legal.rank', got: 600, expected: 'at most 512' },
    ]);
  });

  test('several adapters in a container that makes one argument of a list', () => {
    expect(adapterIssues(at, two, engineRow('vllm', '0.27.1'), 'aws')).toMatchObject([
      {
        code: 'AdaptersUnsupported',
        path: 'endpoints.chat.adapters',
        fix: expect.stringContaining('0.31.0') as string,
      },
    ]);
    expect(adapterIssues(at, one, engineRow('vllm', '0.27.1'), 'aws')).toEqual([]);
    expect(adapterIssues(at, two, engineRow('vllm', '0.31.0'), 'aws')).toEqual([]);
  });

  test('adapters of a model of the HuggingFace registry, on Azure only', () => {
    const azure = { from: 'hugging-face', model: 'qwen-qwen3-32b', version: 7 } as const;
    const registry = endpoint({ ...one, serving: { ...one.serving, version: '0.31.0', azure } });
    expect(adapterIssues(at, registry, engineRow('vllm', '0.31.0'), 'aws')).toEqual([]);
    expect(adapterIssues(at, registry, engineRow('vllm', '0.31.0'), 'azure')).toMatchObject([
      { code: 'AdaptersUnsupported', path: 'endpoints.chat.adapters', got: ['legal'], expected: 'no adapters' },
    ]);
  });

  test('adapters of an engine that takes none', () => {
    const without = { ...engineRow('vllm', '0.31.0'), arguments: { model: 'model' } };
    expect(adapterIssues(at, one, without, 'aws')).toMatchObject([
      { code: 'AdaptersUnsupported', expected: 'no adapters' },
    ]);
  });

  test.each([
    [{ chat: { rank: 16 } }, 'endpoints.chat.adapters.chat'],
    [{ 'a b': { rank: 16 } }, 'endpoints.chat.adapters.a b'],
    [{ legal: { rank: 16, path: '../legal' } }, 'endpoints.chat.adapters.legal.path'],
    [{ legal: { rank: 16, path: '/legal' } }, 'endpoints.chat.adapters.legal.path'],
  ])('%j', (adapters, path) => {
    expect(() => awsCaseIssues({ endpoint: { adapters } })).toThrow(`"path": "${path}"`);
  });
});

test('adapters take memory: what holds the weights may not hold sixteen large adapters too', () => {
  const request = sizeRequest({ model: model('Qwen/Qwen3-8B'), pinned: { instanceType: 'ml.g5.xlarge' } });
  const modules = Array.from({ length: 16 }, (_, index) => ({ name: `a${index}`, path: `adapters/a${index}` }));
  expect(sized(request).value.adapters).toBeUndefined();
  expect(sized({ ...request, adapters: { modules: modules.slice(0, 1), rank: 16 } }).value.adapters?.rank).toBe(16);
  expect(refused({ ...request, adapters: { modules, rank: 256 } }).map(({ code }) => code)).toEqual(['ModelTooLarge']);
});
