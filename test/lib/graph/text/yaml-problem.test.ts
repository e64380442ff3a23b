import { readTemplateText } from '../../../../lib/graph/text/template-text';

const first = (text: string): unknown => readTemplateText(text, 'file').issues[0];

test.each<[string, string, object]>([
  [
    'a second document',
    'a: 1\n---\nb: 2',
    {
      message: 'not valid YAML: a second document begins here',
      expected: 'one document in a file',
      location: { line: 2, column: 1 },
    },
  ],
  [
    'a tab as indentation',
    'a:\n\tb: 1',
    {
      message: 'not valid YAML: a tab is used to indent',
      got: '\t',
      expected: 'spaces',
      location: { line: 2, column: 1 },
    },
  ],
  [
    'a text that nests too deep',
    `a: ${'['.repeat(20_000)}`,
    { message: 'not valid YAML: it nests too deep', expected: 'a text that nests less' },
  ],
  [
    'a reserved character, in the words of the parser',
    'a: @x',
    {
      message: 'not valid YAML: plain value cannot start with reserved character @',
      got: '@',
      expected: 'valid YAML',
      location: { line: 1, column: 4 },
    },
  ],
  ['an open list', 'a: [1', { got: 'the end of the file', expected: 'valid YAML', location: { line: 1, column: 6 } }],
])('says of %s what is wrong and where', (_name, text, issue) => {
  expect(first(text)).toMatchObject({ code: 'MalformedText', path: 'file', ...issue });
});

test('quotes the first 40 characters of what is wrong', () => {
  expect(first(`a: 1\n--- ${'x'.repeat(100)}`)).toMatchObject({ got: `--- ${'x'.repeat(36)}` });
});

describe('an unknown tag', () => {
  test.each([
    ['!Nope', undefined],
    ['!GetAt', 'write !GetAtt'],
    ['!getatt', 'write !GetAtt'],
    ['!sub', 'write !Sub'],
    ['!Sbu', undefined],
  ])('%s: %s', (tag, fix) => {
    const issue = first(`a: ${tag} x.y`);
    expect(issue).toMatchObject({ code: 'UnknownTag', got: tag, path: 'file', location: { line: 1, column: 4 } });
    expect((issue as { fix?: string }).fix).toBe(fix);
  });

  test('is answered with every tag there is', () => {
    expect(first('a: !Nope b')).toMatchObject({
      expected: expect.stringMatching(/^one of !Ref, !Condition, !And, .*, !ValueOfAll$/) as string,
    });
  });
});
