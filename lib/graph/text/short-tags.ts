/**
 * Functions that CloudFormation's YAML may write as a tag, `!Sub` for `Fn::Sub`.
 *
 * Source: AWS CloudFormation template reference, intrinsic functions and rule functions, 2026-11-30.
 */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
] as const;

/** Every short tag and the key of its long form. */
export const shortTags: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

/** The long form of a tagged value, or undefined for a `!GetAtt` text that names no attribute. */
export function longForm(key: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (key !== 'Fn::GetAtt' || typeof value !== 'string') return { [key]: value };
  // An attribute may have dots itself: only the first one separates it from the logical id.
  const dot = value.indexOf('.');
  if (dot < 1 || dot === value.length - 1) return undefined;
  return { [key]: [value.slice(0, dot), value.slice(dot + 1)] };
}
