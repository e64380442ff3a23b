import { prompt } from '../../../../lib/review/concern/prompt';
import { concernsBetween, said } from '../../../helpers/concerns';
import { resourceNode } from '../../../helpers/resource-node';

test('the text of both sides is in the concern', () => {
  const agent = resourceNode({ type: 'AWS::Bedrock::Agent', properties: { Instruction: 'Be brief.' } });
  const [concern] = concernsBetween(
    prompt,
    [agent],
    [{ ...agent, properties: { Instruction: 'Be brief and polite.' } }],
  );
  expect(concern).toMatchObject({
    code: 'PromptChanged',
    level: 'note',
    before: 'Be brief.',
    after: 'Be brief and polite.',
  });
});

test('a text of another resource and a new resource are not prompts that changed', () => {
  expect(said(prompt, 'AWS::SNS::Topic', [{ Text: 'a' }, { Text: 'b' }])).toEqual([]);
  expect(said(prompt, 'AWS::Bedrock::Agent', [undefined, { Instruction: 'a' }])).toEqual([]);
});
