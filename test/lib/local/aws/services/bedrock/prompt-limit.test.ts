import { ServiceError } from '../../../../../../lib/local/aws/errors';
import { assertFits } from '../../../../../../lib/local/aws/services/bedrock/prompt-limit';

const prompt = (tokens: number) => [{ role: 'user' as const, text: 'a'.repeat(tokens * 4) }];

it.each([
  [
    'anthropic.claude-haiku-4-5-20251001-v1:0',
    200_000,
    'The model returned the following errors: prompt is too long: 200001 tokens > 200000 maximum',
  ],
  ['amazon.nova-micro-v1:0', 128_000, 'Input is too long for requested model.'],
])('takes of %s what fits, and refuses one token more', (id, most, message) => {
  expect(() => {
    assertFits(id, prompt(most));
  }).not.toThrow();
  expect(() => {
    assertFits(id, prompt(most + 1));
  }).toThrow(new ServiceError('ValidationException', message));
});

it('takes everything where the window is not known', () => {
  expect(() => {
    assertFits('meta.llama4-scout-17b-instruct-v1:0', prompt(2_000_000));
  }).not.toThrow();
});
