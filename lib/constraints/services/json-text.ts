import type { Constraint, DeclaredResource } from '../constraint';
import type { Json } from '../json';
import { isList, isObject, tryParseJson } from '../json';
import { at } from '../value';
import { placesAt } from './places';

/** The properties that hold JSON as text. Source: the registry's schemas of the types, and their API models in botocore 1.44.8. */
const rows: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudWatch::Dashboard': ['DashboardBody'],
  'AWS::ECR::Repository': ['LifecyclePolicy/LifecyclePolicyText'],
  'AWS::ECR::RepositoryCreationTemplate': ['LifecyclePolicy', 'RepositoryPolicy'],
  'AWS::Events::Rule': ['Targets/*/Input'],
  'AWS::Lambda::EventSourceMapping': ['FilterCriteria/Filters/*/Pattern'],
  'AWS::Logs::ResourcePolicy': ['PolicyDocument'],
  'AWS::SecretsManager::Secret': ['GenerateSecretString/SecretStringTemplate'],
  'AWS::StepFunctions::StateMachine': ['DefinitionString'],
};

/** A JSON text with its value. */
export interface JsonText {
  readonly value: Json;
  /** Whether the whole text is known; false where functions stood in it, which became placeholders. */
  readonly complete: boolean;
}

/** Stands where a function is not resolved. Inside a JSON text it is a text, as what it replaces nearly always is. */
const placeholder = '${unresolved}';

/** A text, or what is known of one that `Fn::Join` or `Fn::Sub` makes. */
function looseText(value: Json | undefined): { readonly text: string; readonly complete: boolean } | undefined {
  if (typeof value === 'string') return { text: value, complete: true };
  if (!isObject(value)) return undefined;
  const joined = value['Fn::Join'];
  if (isList(joined) && typeof joined[0] === 'string' && isList(joined[1])) {
    const parts = joined[1].map((part) => (typeof part === 'string' ? part : placeholder));
    return { text: parts.join(joined[0]), complete: false };
  }
  const template = value['Fn::Sub'];
  if (typeof template !== 'string') return undefined;
  return { text: template.replaceAll(/\$\{(?!!)[^}]*\}/g, () => placeholder).replaceAll('${!', '${'), complete: false };
}

/** Reads a JSON text; `broken` is a text that is not JSON, and undefined one that is not known. */
export function readJsonText(value: Json | undefined, substitutions?: Json): JsonText | 'broken' | undefined {
  const loose = looseText(value);
  if (loose === undefined) return undefined;
  const filled = substitutions === undefined ? loose.text : substitute(loose.text, substitutions);
  const json = tryParseJson(filled);
  if (json !== undefined) return { value: json, complete: loose.complete };
  // A number may have stood where the placeholder is.
  return loose.complete && (substitutions === undefined || !filled.includes('${')) ? 'broken' : undefined;
}

/** Puts the values of `DefinitionSubstitutions` into a text. */
function substitute(text: string, substitutions: Json): string {
  return text.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => {
    const value = at(substitutions, name);
    if (typeof value === 'string') return JSON.stringify(value).slice(1, -1);
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : whole;
  });
}

/** Where a text stops being JSON, in the words of the parser. */
function whyBroken(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

function judge({ type, properties }: DeclaredResource): ReturnType<Constraint['check']> {
  return (rows[type] ?? []).flatMap((path) =>
    placesAt(properties, path).flatMap(({ pointer, value }) => {
      if (readJsonText(value, at(properties, 'DefinitionSubstitutions')) !== 'broken') return [];
      return [
        {
          pointer,
          problem: `The text is not JSON: ${whyBroken(typeof value === 'string' ? value : '')}`,
          fix: 'Write JSON: names and texts in double quotes, and every bracket closed.',
        },
      ];
    }),
  );
}

/** A property that holds JSON as text must hold JSON. */
export const jsonText: Constraint = {
  id: 'json-text',
  types: Object.keys(rows),
  source: { url: 'https://github.com/boto/botocore/tree/1.44.8/botocore/data', asOf: '2026-11-30' },
  check: judge,
};
