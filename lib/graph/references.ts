/** What a template fragment refers to. */
export interface FoundReferences {
  /** Logical ids and parameters, through Ref, Fn::GetAtt and Fn::Sub. */
  readonly names: ReadonlySet<string>;
  /** Outputs of nested stacks: logical id of the stack and name of the output, as `Nested.Outputs.Name`. */
  readonly outputs: ReadonlySet<string>;
  /** Names that are imported from other stacks, where they are literal. */
  readonly imports: ReadonlySet<string>;
}

/** The sets of {@link FoundReferences} while they are filled. */
interface Filling {
  readonly names: Set<string>;
  readonly outputs: Set<string>;
  readonly imports: Set<string>;
}

/** Logical ids and parameters a template fragment refers to through Ref, Fn::GetAtt and Fn::Sub. */
export function referencesIn(fragment: unknown): ReadonlySet<string> {
  return allReferencesIn(fragment).names;
}

/** Functions whose argument can be a text. */
const functions: ReadonlySet<string> = new Set(['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::ImportValue']);

/** Everything that a template fragment refers to. */
export function allReferencesIn(fragment: unknown): FoundReferences {
  const found: Filling = { names: new Set(), outputs: new Set(), imports: new Set() };
  // A loop, because a template can nest deeper than the call stack.
  const waiting = [fragment];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next)) {
      for (const item of next as readonly unknown[]) waiting.push(item);
      continue;
    }
    const fields = next as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(fields)) {
      const value = fields[key];
      // Most of a template are texts and numbers without a meaning here.
      if (typeof value !== 'object' && !functions.has(key)) continue;
      if (key === 'Ref' && typeof value === 'string') found.names.add(value);
      else if (key === 'Fn::GetAtt') addGetAtt(value, found);
      else if (key === 'Fn::Sub') waiting.push(addSub(value, found));
      else if (key === 'Fn::ImportValue' && typeof value === 'string') found.imports.add(value);
      else waiting.push(value);
    }
  }
  return found;
}

function addGetAtt(value: unknown, found: Filling): void {
  if (typeof value === 'string') addAttribute(value, found);
  if (!Array.isArray(value) || typeof value[0] !== 'string') return;
  // An attribute may be a function: the resource is known all the same.
  addAttribute(value.filter((part) => typeof part === 'string').join('.'), found);
}

/** `Bucket.Arn`, or `Nested.Outputs.Name`. */
function addAttribute(text: string, { names, outputs }: Filling): void {
  const [target = '', ...attribute] = text.split('.');
  if (target !== '') names.add(target);
  if (attribute[0] === 'Outputs') outputs.add(text);
}

/** Adds the references in the text. Returns the variables, which can hold further ones. */
function addSub(value: unknown, found: Filling): unknown {
  const [text, variables] = Array.isArray(value) ? (value as readonly unknown[]) : [value, undefined];
  const local = typeof variables === 'object' && variables !== null ? Object.keys(variables) : [];
  if (typeof text !== 'string') return variables;
  for (const match of text.matchAll(/\$\{(?!!)([^}]+)\}/g)) {
    const name = match[1]?.trim() ?? '';
    if (!local.includes(name.split('.')[0] ?? '')) addAttribute(name, found);
  }
  return variables;
}
