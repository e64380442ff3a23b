import type { SchemaNode } from './rows';
import type { Verdict } from './verdict';
import { fits, say, unknown } from './verdict';

/** The keywords that join schemas; `judge` evaluates the value by one of them. */
export function combined(
  schema: SchemaNode,
  pointer: string,
  judge: (each: SchemaNode) => Verdict,
): readonly Verdict[] {
  const { allOf: every, anyOf: some, oneOf: one, not, if: condition } = schema;
  if (every ?? some ?? one ?? not ?? condition) return joinedKeywords(schema, pointer, judge);
  return [];
}

function joinedKeywords(schema: SchemaNode, pointer: string, judge: (each: SchemaNode) => Verdict): readonly Verdict[] {
  const found: Verdict[] = [];
  if (schema.allOf !== undefined) found.push(...schema.allOf.map(judge));
  if (schema.anyOf !== undefined) found.push(anyOf(schema.anyOf.map(judge), pointer));
  if (schema.oneOf !== undefined) found.push(oneOf(schema.oneOf, schema.oneOf.map(judge), pointer));
  if (schema.not !== undefined) {
    const verdict = judge(schema.not);
    if (isFit(verdict)) found.push(say('subject must not be valid against schema', pointer, 'not'));
    else if (verdict.violations.length === 0) found.push(unknown);
  }
  if (schema.if !== undefined) {
    const condition = judge(schema.if);
    const branch = condition.violations.length > 0 ? schema.else : schema.then;
    if (condition.unknown && condition.violations.length === 0) found.push(unknown);
    else if (branch !== undefined) found.push(judge(branch));
  }
  return found;
}

function anyOf(verdicts: readonly Verdict[], pointer: string): Verdict {
  if (verdicts.some((verdict) => isFit(verdict))) return fits;
  if (verdicts.some(({ violations }) => violations.length === 0)) return unknown;
  return none(`no subschema matched out of the total ${verdicts.length} subschemas`, 'anyOf', verdicts, pointer);
}

function oneOf(schemas: readonly SchemaNode[], verdicts: readonly Verdict[], pointer: string): Verdict {
  const fitting = schemas.filter((_, index) => verdicts.slice(index, index + 1).some((verdict) => isFit(verdict)));
  if (fitting.length > 1) {
    const names = fitting.map(({ required }) => `[${(required ?? []).join(', ')}]`);
    const choice = names.includes('[]') ? '' : `: ${names.join(' and ')} exclude each other`;
    return failed(`${fitting.length} subschemas matched instead of one${choice}`, 'oneOf', pointer);
  }
  if (verdicts.some(({ violations, unknown: open }) => violations.length === 0 && open)) return unknown;
  return fitting.length === 1 ? fits : none('0 subschemas matched instead of one', 'oneOf', verdicts, pointer);
}

function isFit({ violations, unknown: open }: Verdict): boolean {
  return violations.length === 0 && !open;
}

/** CloudFormation says first that the schema beside the subschemas matches and they do not. */
function failed(why: string, keyword: string, pointer: string): Verdict {
  return say(`#: only 1 subschema matches out of 2 (${why})`, pointer, keyword);
}

/** No subschema fits: the rules of the nearest ones say what is missing. */
function none(why: string, keyword: string, verdicts: readonly Verdict[], pointer: string): Verdict {
  const nearest = verdicts.map((verdict) => farness(verdict, pointer));
  const least = Math.min(...nearest);
  const causes = verdicts
    .filter((_, index) => nearest[index] === least)
    .flatMap(({ violations }) => violations)
    .map((cause) => (cause.pointer === pointer ? cause.rule : `${cause.pointer}: ${cause.rule}`));
  const shown = [...new Set(causes)].slice(0, 6);
  return failed(`${why}: ${shown.join('; ')}`, keyword, pointer);
}

/** A subschema of another type was not meant, however few rules it has. */
function farness({ violations }: Verdict, pointer: string): number {
  const otherType = violations.some((violation) => violation.pointer === pointer && violation.keyword === 'type');
  return violations.length + (otherType ? 1000 : 0);
}
