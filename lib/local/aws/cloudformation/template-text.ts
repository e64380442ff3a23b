import type { Json } from '../../../constraints/json';
import { readTemplateText as read } from '../../../graph/text/template-text';
import { validationError } from '../errors';

/** Reads template text, JSON or YAML with long and short intrinsic forms. @throws ServiceError (ValidationError). */
export function readTemplateText(text: string): Json {
  const result = read(text, 'template');
  // Both parsers give JSON values.
  if (result.ok) return result.value as Json;
  const format = text.trimStart().startsWith('{') ? 'JSON' : 'YAML';
  const [first] = result.issues;
  const { line = 1, column = 1 } = first?.location ?? {};
  throw validationError(
    `Template format error: ${format} not well-formed. (line ${line}, column ${column}) ${first?.message ?? ''}`,
  );
}
