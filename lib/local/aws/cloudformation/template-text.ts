import type { CollectionTag, ScalarTag } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import { validationError } from '../errors';
import type { Json } from '../json';
import { parseJson } from '../json';

const SHORT_FORMS = [
  'Ref',
  'Condition',
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
] as const;

function longForm(name: string): string {
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

function shortTags(): (ScalarTag | CollectionTag)[] {
  return SHORT_FORMS.flatMap((name): (ScalarTag | CollectionTag)[] => [
    {
      tag: `!${name}`,
      // An attribute may itself contain dots: only the first one separates it from the logical id.
      resolve: (text: string) => ({
        [longForm(name)]:
          name === 'GetAtt' ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : text,
      }),
    },
    {
      tag: `!${name}`,
      collection: 'seq',
      resolve: (node) => (isSeq(node) ? wrap(name, node.toJSON()) : node),
    },
    {
      tag: `!${name}`,
      collection: 'map',
      resolve: (node) => (isMap(node) ? wrap(name, node.toJSON()) : node),
    },
  ]);
}

function wrap(name: string, value: unknown): Record<string, unknown> {
  return { [longForm(name)]: value };
}

/** Reads template text, JSON or YAML with long and short intrinsic forms. @throws ServiceError (ValidationError). */
export function readTemplateText(text: string): Json {
  try {
    if (text.trimStart().startsWith('{')) return parseJson(text);
  } catch (error) {
    throw validationError(`Template format error: JSON not well-formed. (${String(error)})`);
  }
  const document = parseDocument(text, { customTags: shortTags(), merge: true });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) throw validationError(`Template format error: YAML not well-formed. (${problem.message})`);
  // A resolved tag leaves plain objects inside the tree; a round trip through JSON makes the whole of it plain.
  return parseJson(JSON.stringify(document.toJS()));
}
