import type { ConcernDraft, ConcernFamily } from './concern';
import { inWords, numberOf, scalarsOf } from './values';

/** Limits of what a model reads and writes. */
const limits =
  /^(MaxTokens|MaximumLength|MaxLength|maxTokens|max_tokens|maxCompletionTokens|SM_VLLM_MAX_MODEL_LEN|VLLM_MAX_MODEL_LEN|OPTION_MAX_MODEL_LEN|MAX_MODEL_LEN|MAX_INPUT_LENGTH|MAX_TOTAL_TOKENS|NumberOfResults)$/;
/** What makes the same model answer in another way. */
const sampling = /^(Temperature|TopP|TopK|temperature|top_p|StopSequences)$/;

/** Limits of context and answer, and sampling, that differ. A lower limit cuts answers or refuses requests. */
export const tokens: ConcernFamily = {
  ofChange({ before, after }): readonly ConcernDraft[] {
    if (before === undefined || after === undefined) return [];
    const former = new Map(scalarsOf(before).map(({ path, value }) => [path, value]));
    return scalarsOf(after).flatMap(({ path, key, value }): readonly ConcernDraft[] => {
      const old = former.get(path);
      if (old === undefined || old === value || path.includes('ChunkingConfiguration')) return [];
      const sides = { path, before: inWords(old), after: inWords(value) };
      if (sampling.test(key)) {
        return [
          {
            code: 'SamplingChanged',
            level: 'note',
            message: `${key} differs: the same request gets other answers`,
            fix: 'evaluate it',
            ...sides,
          },
        ];
      }
      if (!limits.test(key)) return [];
      const lower = (numberOf(value) ?? 0) < (numberOf(old) ?? 0);
      const message = lower
        ? `${key} is lower: longer requests are refused or answers cut`
        : `${key} is higher: answers can cost more`;
      return [
        {
          code: 'TokenLimitChanged',
          level: lower ? 'warning' : 'note',
          message,
          fix: 'check it against the traffic',
          ...sides,
        },
      ];
    });
  },
};
