import { isRecord } from '../json';
import type { Path, TextProblem } from './text-problem';
import { mostProblems } from './text-problem';

type ShapeProblem = Omit<TextProblem, 'offset'>;

/** The fields of a resource that the graph reads, with what each may be. */
const fields: readonly (readonly [name: string, allowed: (value: unknown) => boolean, expected: string])[] = [
  ['Type', isText, 'a resource type, for example AWS::S3::Bucket'],
  ['Properties', (value) => isEmpty(value) || isRecord(value), 'an object'],
  ['DependsOn', (value) => isEmpty(value) || isText(value) || isTexts(value), 'a logical id or a list of them'],
  ['DeletionPolicy', (value) => isEmpty(value) || isText(value), 'Delete, Retain, RetainExceptOnCreate or Snapshot'],
];

/** Problems that keep the graph from reading the resources of a template. */
export function shapeProblems(template: unknown): readonly ShapeProblem[] {
  if (template === null)
    return [problem([], { message: 'the file has no content', expected: 'a template with Resources' })];
  if (!isRecord(template)) {
    return [
      problem([], {
        message: 'the file is not a template',
        got: kindOf(template),
        expected: 'an object with Resources',
      }),
    ];
  }
  const { Resources: resources } = template;
  if (!isRecord(resources) || Object.keys(resources).length === 0) {
    const message = resources === undefined ? 'the template has no Resources' : 'Resources has no resource';
    return [problem(['Resources'], { message, got: resources, expected: 'an object with one resource or more' })];
  }
  const problems: ShapeProblem[] = [];
  // With the extensions of the language a policy may be a function, and a loop makes resources.
  const extended = JSON.stringify(template['Transform'] ?? '').includes('AWS::LanguageExtensions');
  const known = extended ? fields.filter(([name]) => name !== 'DeletionPolicy') : fields;
  for (const logicalId of Object.keys(resources)) {
    const resource = resources[logicalId];
    if (isMacro(logicalId, extended)) continue;
    problems.push(...resourceProblems(['Resources', logicalId], resource, known));
    if (problems.length > mostProblems) break;
  }
  return problems;
}

/** A loop or a macro in the place of a resource: whoever builds the graph runs it, or leaves it out. */
function isMacro(logicalId: string, extended: boolean): boolean {
  return logicalId === 'Fn::Transform' || (extended && logicalId.startsWith('Fn::ForEach::'));
}

function resourceProblems(path: Path, resource: unknown, known: typeof fields): readonly ShapeProblem[] {
  if (!isRecord(resource)) {
    const fix = String(path[1]).startsWith('Fn::ForEach::') ? { fix: 'add Transform: AWS::LanguageExtensions' } : {};
    return [
      problem(path, { message: 'is not a resource', got: kindOf(resource), expected: 'an object with Type', ...fix }),
    ];
  }
  const problems: ShapeProblem[] = [];
  for (const [name, allowed, expected] of known) {
    const value = resource[name];
    if (allowed(value)) continue;
    const message = value === undefined ? 'required field is missing' : 'cannot be read';
    problems.push(problem([...path, name], { message, got: value, expected }));
  }
  return problems;
}

function problem(path: Path, { got, ...details }: Omit<ShapeProblem, 'code' | 'path'>): ShapeProblem {
  return { code: 'InvalidTemplate', path, ...details, ...(got === undefined ? {} : { got }) };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an empty value' : `the ${typeof value} ${JSON.stringify(value).slice(0, 40)}`;
}

function isEmpty(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}
