import type { ConcernDraft, ConcernFamily } from './concern';
import type { PlacedValue } from './values';
import { scalarsOf } from './values';

/** Names of properties that hold what a model is told. */
const texts =
  /^(Instruction|SystemPrompt|BasePromptTemplate|TextPromptTemplate|PromptTemplate|systemPrompt|instructions|system_prompt|BlockedInputMessaging|BlockedOutputsMessaging)$/;
/** In prompts of Bedrock every text is one. */
const promptTypes: ReadonlySet<string> = new Set(['AWS::Bedrock::Prompt', 'AWS::Bedrock::PromptVersion']);

/** What a model is told, in other words: the report shows the text of both sides. */
export const prompt: ConcernFamily = {
  ofChange({ before, after }): readonly ConcernDraft[] {
    if (before === undefined || after === undefined) return [];
    const isPrompt = ({ path, key, value }: PlacedValue): boolean =>
      typeof value === 'string' &&
      (texts.test(key) || (promptTypes.has(after.type) && key === 'Text' && path !== 'Name'));
    const former = new Map(
      scalarsOf(before)
        .filter(isPrompt)
        .map(({ path, value }) => [path, String(value)]),
    );
    return scalarsOf(after)
      .filter(isPrompt)
      .filter(({ path, value }) => former.get(path) !== String(value))
      .map(({ path, value }) => {
        const old = former.get(path);
        return {
          code: 'PromptChanged',
          level: 'note',
          path,
          message: 'what the model is told has another text',
          ...(old === undefined ? {} : { before: old }),
          after: String(value),
          fix: 'evaluate the new text before it is promoted',
        };
      });
  },
};
