import type { Json, JsonObject } from '../../../../lib/constraints/json';
import {
  promptDefaultVariant,
  promptTemplate,
  promptVariables,
  promptVariantNames,
} from '../../../../lib/constraints/llm/prompt';
import { breaches } from './around';

const unknown = { Ref: 'Unknown' };
const prompt = (...variants: Json[]): JsonObject => ({ Variants: variants });

test.each<[string, JsonObject, string | undefined]>([
  ['one of its variants', { DefaultVariant: 'b', ...prompt({ Name: 'a' }, { Name: 'b' }) }, undefined],
  ['an unknown one', { DefaultVariant: unknown, ...prompt({ Name: 'a' }) }, undefined],
  ['one of unknown variants', { DefaultVariant: 'b', ...prompt({ Name: unknown }) }, undefined],
  ['one of an unknown list', { DefaultVariant: 'b', Variants: unknown }, undefined],
  ['none', prompt({ Name: 'a' }), undefined],
  [
    'another',
    { DefaultVariant: 'c', ...prompt({ Name: 'a' }, { Name: 'b' }) },
    '#/DefaultVariant: DefaultVariant c names none of the variants [a, b]',
  ],
  ['one without variants', { DefaultVariant: 'c' }, '#/DefaultVariant: DefaultVariant c names none of the variants []'],
])('a prompt whose default is %s', (_name, properties, refused) => {
  expect(breaches(promptDefaultVariant, properties)).toEqual(refused === undefined ? [] : [refused]);
});

test('variants of one name are refused', () => {
  expect(breaches(promptVariantNames, prompt({ Name: 'a' }, { Name: 'b' }, { Name: unknown }, unknown))).toEqual([]);
  expect(breaches(promptVariantNames, prompt({ Name: 'a' }, { Name: 'a' }))).toEqual([
    '#/Variants/1/Name: The variant name a is used twice',
  ]);
});

test.each<[JsonObject, string | undefined]>([
  [{ TemplateType: 'TEXT', TemplateConfiguration: { Text: {} } }, undefined],
  [{ TemplateType: 'CHAT', TemplateConfiguration: { Chat: {} } }, undefined],
  [{ TemplateType: unknown, TemplateConfiguration: { Chat: {} } }, undefined],
  [{ TemplateType: 'TEXT', TemplateConfiguration: unknown }, undefined],
  [{ ModelId: 'm' }, undefined],
  [
    { TemplateType: 'TEXT', TemplateConfiguration: { Chat: {} } },
    '#/Variants/0/TemplateConfiguration: The variant has TemplateType TEXT and a template Chat',
  ],
  [
    { ModelId: 'm', GenAiResource: {} },
    '#/Variants/0/GenAiResource: The variant has both ModelId and GenAiResource, and runs one of them',
  ],
])('the variant %j', (variant, refused) => {
  expect(breaches(promptTemplate, prompt(variant))).toEqual(refused === undefined ? [] : [refused]);
});

describe('variables', () => {
  const inputs = (...names: Json[]) => ({ InputVariables: names.map((Name) => ({ Name })) });
  const text = (Text: Json, ...names: Json[]): JsonObject => ({
    TemplateConfiguration: { Text: { Text, ...inputs(...names) } },
  });
  const chat = (more: JsonObject): JsonObject => ({ TemplateConfiguration: { Chat: more } });
  const place = '#/Variants/0/TemplateConfiguration';
  test.each<[string, JsonObject, readonly string[]]>([
    ['none', text('Hello'), []],
    ['one that is used', text('Hello {{name}} and {{ name }}', 'name'), []],
    ['an unknown text', text(unknown, 'name'), []],
    ['unknown variables', { TemplateConfiguration: { Text: { Text: '{{a}}', InputVariables: unknown } } }, []],
    ['a variable of an unknown name', text('{{a}}', unknown), []],
    [
      'variables in messages, and one in the system text',
      chat({
        Messages: [{ Role: 'user', Content: [{ Text: '{{question}}' }] }],
        System: [{ Text: 'as {{role}}' }],
        ...inputs('question'),
      }),
      [],
    ],
    ['unknown messages', chat({ Messages: unknown, ...inputs('a') }), []],
    [
      'one that is not declared',
      text('{{a}} {{b}}', 'a'),
      [`${place}/Text/InputVariables: The template uses {{b}}, and InputVariables declares [a]`],
    ],
    ['one that is not used', text('{{a}}', 'a', 'b'), []],
    [
      'one that no message declares',
      chat({ Messages: [{ Role: 'user', Content: [{ Text: '{{question}}' }] }] }),
      [`${place}/Chat/InputVariables: The template uses {{question}}, and InputVariables declares []`],
    ],
  ])('a template with %s', (_name, variant, expected) => {
    expect(breaches(promptVariables, prompt(variant))).toEqual(expected);
  });
});
