import type { ArmValue } from './arm-value';
import { Unknown, written } from './arm-value';
import { evaluate, evaluated } from './evaluate';
import type { Expression } from './expression';
import { expressionOf } from './expression';
import type { Scope } from './scope';

/**
 * The segments of a resource name: `account/default` has two. A name that is not known as a whole is taken apart at the
 * slashes of its `format` or `concat`, so that the names of the parents are known where they can be.
 *
 * @param count segments that the type requires
 */
export function nameSegments(name: unknown, count: number, scope: Scope): readonly ArmValue[] {
  const value = evaluated(name, scope);
  if (typeof value === 'string') return fitted(value.split('/'), count);
  const expression = typeof name === 'string' ? expressionOf(name) : undefined;
  const parts = expression === undefined ? [] : partsOf(expression);
  return parts.length === count ? parts.map((part) => evaluate(part, scope)) : fitted([value], count);
}

/** As many segments as the type requires: what is missing is not known. */
function fitted(segments: readonly ArmValue[], count: number): readonly ArmValue[] {
  if (segments.length >= count) return segments;
  const missing = Array.from(
    { length: count - segments.length },
    () => new Unknown(`parentName(${segments.map(written).join()})`),
  );
  return [...missing, ...segments];
}

function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'call') return [];
  const name = expression.name.toLowerCase();
  if (name === 'concat') return concatParts(expression.args);
  const [pattern, ...values] = expression.args;
  if (name !== 'format' || pattern?.kind !== 'literal' || typeof pattern.value !== 'string') return [];
  return pattern.value.split('/').map((part) => formatPart(part, values));
}

/** A part of a pattern, with the values that it uses only: the others may not be known. */
function formatPart(part: string, values: readonly Expression[]): Expression {
  const used: Expression[] = [];
  const renumbered = part.replaceAll(/\{(\d+)/g, (whole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? whole : `{${used.push(value) - 1}`;
  });
  const [only] = used;
  if (only === undefined) return { kind: 'literal', value: part };
  if (renumbered === '{0}') return only;
  return { kind: 'call', name: 'format', args: [{ kind: 'literal', value: renumbered }, ...used] };
}

/** `concat('a', '/', 'b')`, and `concat('a', '/default')`. */
function concatParts(args: readonly Expression[]): readonly Expression[] {
  const parts: Expression[][] = [[]];
  for (const argument of args) {
    const pieces =
      argument.kind === 'literal' && typeof argument.value === 'string' ? argument.value.split('/') : [argument];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) parts.push([]);
      const part: Expression = typeof piece === 'string' ? { kind: 'literal', value: piece } : piece;
      if (piece !== '') parts.at(-1)?.push(part);
    }
  }
  return parts.map((pieces) =>
    pieces.length === 1 && pieces[0] ? pieces[0] : { kind: 'call', name: 'concat', args: pieces },
  );
}
