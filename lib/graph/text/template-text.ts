import type { Issue, Result } from '../../platform';
import { parseJsonText } from './json-text';
import { shapeProblems } from './template-shape';
import type { ParsedText } from './text-problem';
import { issuesOf } from './text-problem';
import type * as yamlTexts from './yaml-text';

/**
 * Bytes of a template that CloudFormation accepts from S3; inline it accepts 51,200.
 *
 * Source: AWS CloudFormation quotas, template body size, 2026-11-30. The page has 1 MB; the error of the service is
 * "Template may not exceed 1000000 bytes in size".
 */
export const serviceTemplateBytes = 1_000_000;

/**
 * Reads the text of a CloudFormation template: JSON, or YAML with short tags as their long forms.
 *
 * @param file name of the file in the issues
 * @returns the value the text has, of any shape; or every problem of the text with its line and column
 */
export function readTemplateText(text: string, file: string): Result<unknown> {
  const { value, problems } = parseTemplateText(text);
  return problems.length > 0 ? { ok: false, issues: issuesOf(problems, text, file) } : { ok: true, value, issues: [] };
}

/**
 * Reads a CloudFormation template whose resources can be read: `Resources` with a type each.
 *
 * @param file name of the file in the issues
 */
export function readTemplate(text: string, file: string): Result<unknown> {
  return templateOf(parseTemplateText(text), text, file);
}

/** As {@link readTemplate}, for a text that is parsed already. */
export function templateOf(parsed: ParsedText, text: string, file: string): Result<unknown> {
  if (parsed.problems.length > 0) return { ok: false, issues: issuesOf(parsed.problems, text, file) };
  const wrong = shapeProblems(parsed.value);
  if (wrong.length > 0) {
    const offsets = parsed.offsetsOf(wrong.map(({ path }) => path));
    const problems = wrong.map((problem, index) => ({ ...problem, offset: offsets[index] ?? 0 }));
    return { ok: false, issues: issuesOf(problems, text, file) };
  }
  return { ok: true, value: parsed.value, issues: aboveQuota(text, file) };
}

/** Parses a text. CloudFormation reads it as JSON when it begins with a brace. */
export function parseTemplateText(text: string): ParsedText {
  return /^\s*\{/.test(text) ? parseJsonText(text) : yaml().parseYamlText(text);
}

/** Most templates are JSON: the parser of YAML, 70 modules, is loaded for the first that is not. */
function yaml(): typeof yamlTexts {
  return require('./yaml-text') as typeof yamlTexts;
}

function aboveQuota(text: string, file: string): readonly Issue[] {
  const bytes = Buffer.byteLength(text);
  if (bytes <= serviceTemplateBytes) return [];
  return [
    {
      code: 'TemplateAboveQuota',
      path: file,
      message: 'CloudFormation refuses a template of this size',
      got: `${bytes} bytes`,
      expected: `at most ${serviceTemplateBytes} bytes`,
      fix: 'split the template into several stacks',
    },
  ];
}
