import type { Json } from '../json';
import { scalarText } from '../json';

/** Texts that CloudFormation takes as booleans. Source: aws-cloudformation/cfn-lint@217397c81 `BOOLEAN_STRINGS`, 2026-08-19. */
const booleanTexts: ReadonlySet<string> = new Set(['true', 'True', 'TRUE', 'false', 'False', 'FALSE']);

/** Whether a scalar is a boolean, or a text that is taken as one. */
export function isBoolean(value: Json): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && booleanTexts.has(value));
}

/**
 * The texts that a scalar may be for a service; none for lists, objects and null. A version such as 4.0, written as a number, is
 * the text `4.0` there, and the number 4 here.
 */
export function textsOf(value: Json): readonly string[] {
  const text = scalarText(value);
  if (text === undefined) return [];
  return typeof value === 'number' && Number.isInteger(value) ? [text, `${text}.0`] : [text];
}
