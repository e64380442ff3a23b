import { standInModel } from '../../../../lib/local/model/stand-in-model';

const passages = ['The stairs are open every day.', 'The lift of the tower is closed on Mondays.'];

it('answers from passages with the place of each sentence, and names itself', async () => {
  const { text, parts, model } = await standInModel.answer('On which days is the lift of the tower closed?', passages);
  expect(text).toBe('[local stand-in, extractive] The lift of the tower is closed on Mondays.');
  expect(parts).toEqual([{ text: passages[1], start: 29, passage: 1 }]);
  expect(text.slice(29)).toBe(passages[1]);
  expect(model).toBe('llmops-local-lexical');
});

it('has no part where no passage answers', async () => {
  const { text, parts } = await standInModel.answer('Who painted the ceiling?', passages);
  expect(parts).toEqual([]);
  expect(text).toContain('does not answer');
});

it('streams the answer of a chat in pieces', async () => {
  const turns = [{ role: 'user' as const, text: `${passages.join('\n')}\nWhen are the stairs open?` }];
  const { pieces, text } = await standInModel.stream(turns);
  expect(pieces.join('')).toBe(text);
  expect(pieces.length).toBeGreaterThan(1);
  expect(await standInModel.chat(turns)).toMatchObject({ text });
});
