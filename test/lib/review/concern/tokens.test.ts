import { tokens } from '../../../../lib/review/concern/tokens';
import { said } from '../../../helpers/concerns';

const limit = (value: number | string) => ({ Environment: { SM_VLLM_MAX_MODEL_LEN: value } });

test.each<[string, Parameters<typeof said>[2], string[]]>([
  ['a lower context', [limit('8192'), limit('4096')], ['warning TokenLimitChanged Environment.SM_VLLM_MAX_MODEL_LEN']],
  ['a longer context', [limit(4096), limit(8192)], ['note TokenLimitChanged Environment.SM_VLLM_MAX_MODEL_LEN']],
  ['another temperature', [{ Temperature: 0 }, { Temperature: 0.7 }], ['note SamplingChanged Temperature']],
  ['a chunk size', [{ ChunkingConfiguration: { MaxTokens: 300 } }, { ChunkingConfiguration: { MaxTokens: 200 } }], []],
])('%s', (_title, sides, expected) => {
  expect(said(tokens, 'Acme::Any::Thing', sides)).toEqual(expected);
});
