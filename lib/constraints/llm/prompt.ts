import type { Breach, Constraint } from '../constraint';
import type { Json } from '../json';
import { at, isGiven, isUnresolved, listAt, rowOf, textAt } from '../value';

const types = ['AWS::Bedrock::Prompt'];
const reference = 'https://docs.aws.amazon.com/bedrock/latest/APIReference';
const asOf = '2026-11-30';

/** The default variant of a prompt is one of its variants. */
export const promptDefaultVariant: Constraint = {
  id: 'prompt-default-variant',
  types,
  source: { url: `${reference}/API_agent_CreatePrompt.html`, asOf },
  check({ properties }) {
    const given = textAt(properties, 'DefaultVariant');
    const { Variants: variants } = properties;
    if (given === undefined || isUnresolved(variants)) return [];
    const names = listAt(properties, 'Variants').map((variant) => textAt(variant, 'Name'));
    if (names.includes(given) || names.includes(undefined)) return [];
    return [
      {
        pointer: '#/DefaultVariant',
        problem: `DefaultVariant ${given} names none of the variants [${names.join(', ')}]`,
        fix: names.length === 0 ? 'Declare the variant, or remove DefaultVariant.' : `Write ${names.join(' or ')}.`,
      },
    ];
  },
};

/** The variants of a prompt have different names. */
export const promptVariantNames: Constraint = {
  id: 'prompt-variant-names',
  types,
  source: { url: `${reference}/API_agent_PromptVariant.html`, asOf },
  check({ properties }) {
    const names = listAt(properties, 'Variants').map((variant) => textAt(variant, 'Name'));
    return names.flatMap((name, index) =>
      name === undefined || names.indexOf(name) === index
        ? []
        : [
            {
              pointer: `#/Variants/${index}/Name`,
              problem: `The variant name ${name} is used twice`,
              fix: 'Give each variant another Name.',
            },
          ],
    );
  },
};

const configurationOf: Readonly<Record<string, string>> = { TEXT: 'Text', CHAT: 'Chat' };

/** The template of a variant is of its type, and a variant runs a model or an agent, not both. */
export const promptTemplate: Constraint = {
  id: 'prompt-template',
  types,
  source: { url: `${reference}/API_agent_PromptVariant.html`, asOf },
  check: ({ properties }) =>
    listAt(properties, 'Variants').flatMap((variant, index): readonly Breach[] => {
      const pointer = `#/Variants/${index}`;
      const type = textAt(variant, 'TemplateType') ?? '';
      const expected = rowOf(configurationOf, type);
      const template = at(variant, 'TemplateConfiguration');
      const given = Object.values(configurationOf).filter((name) => at(template, name) !== undefined);
      const mismatch = expected !== undefined && given.length > 0 && !given.includes(expected);
      return [
        ...(mismatch
          ? [
              {
                pointer: `${pointer}/TemplateConfiguration`,
                problem: `The variant has TemplateType ${type} and a template ${given.join(', ')}`,
                fix: `Write the template as TemplateConfiguration.${expected}, or change TemplateType.`,
              },
            ]
          : []),
        ...(isGiven(at(variant, 'ModelId')) && isGiven(at(variant, 'GenAiResource'))
          ? [
              {
                pointer: `${pointer}/GenAiResource`,
                problem: 'The variant has both ModelId and GenAiResource, and runs one of them',
                fix: 'Remove ModelId or GenAiResource.',
              },
            ]
          : []),
      ];
    }),
};

/**
 * The variables in the texts of a variant are declared. System texts are not judged: they take no variables, and the service
 * accepts them (awslabs/generative-ai-cdk-constructs issue 883). A variable that no text uses is in no source.
 */
export const promptVariables: Constraint = {
  id: 'prompt-variables',
  types,
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-management-create.html', asOf },
  check: ({ properties }) =>
    listAt(properties, 'Variants').flatMap((variant, index): readonly Breach[] =>
      ['Text', 'Chat'].flatMap((kind) => {
        const template = at(variant, 'TemplateConfiguration', kind);
        const texts = template === undefined ? undefined : textsOf(template, kind);
        const inputs = at(template, 'InputVariables');
        if (texts === undefined || isUnresolved(inputs)) return [];
        const declared = listAt(template, 'InputVariables').map((variable) => textAt(variable, 'Name'));
        if (declared.includes(undefined)) return [];
        return variableBreaches(texts, declared, `#/Variants/${index}/TemplateConfiguration/${kind}`);
      }),
    ),
};

/** All texts of a template; undefined where one is not known. */
function textsOf(template: Json, kind: string): readonly string[] | undefined {
  if (isUnresolved(at(template, 'Messages'))) return undefined;
  const blocks = [
    ...(kind === 'Text' ? [template] : []),
    ...listAt(template, 'Messages').flatMap((message) => listAt(message, 'Content')),
  ];
  const texts = blocks.flatMap((block) => (at(block, 'Text') === undefined ? [] : [textAt(block, 'Text')]));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function variableBreaches(
  texts: readonly string[],
  declared: readonly (string | undefined)[],
  pointer: string,
): readonly Breach[] {
  const used = new Set(
    texts.flatMap((text) => [...text.matchAll(/\{\{\s*([0-9a-zA-Z_-]+)\s*\}\}/g)].map(([, name = '']) => name)),
  );
  return [...used]
    .filter((name) => !declared.includes(name))
    .map((name) => ({
      pointer: `${pointer}/InputVariables`,
      problem: `The template uses {{${name}}}, and InputVariables declares [${declared.join(', ')}]`,
      fix: `Add ${name} to InputVariables.`,
    }));
}
