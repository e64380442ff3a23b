/** Logical ids and parameters a template fragment refers to through Ref, Fn::GetAtt and Fn::Sub. */
export function referencesIn(fragment: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  // A loop, because a template can nest deeper than the call stack.
  const waiting = [fragment];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next)) {
      for (const item of next as readonly unknown[]) waiting.push(item);
      continue;
    }
    for (const [key, value] of Object.entries(next)) {
      if (key === 'Ref' && typeof value === 'string') found.add(value);
      else if (key === 'Fn::GetAtt') addGetAtt(value, found);
      else if (key === 'Fn::Sub') waiting.push(addSub(value, found));
      else waiting.push(value);
    }
  }
  return found;
}

function addGetAtt(value: unknown, found: Set<string>): void {
  const target: unknown = Array.isArray(value) ? value[0] : typeof value === 'string' ? value.split('.')[0] : undefined;
  if (typeof target === 'string') found.add(target);
}

/** Adds the references in the text. Returns the variables, which can hold further ones. */
function addSub(value: unknown, found: Set<string>): unknown {
  const [text, variables] = Array.isArray(value) ? (value as readonly unknown[]) : [value, undefined];
  const local = typeof variables === 'object' && variables !== null ? Object.keys(variables) : [];
  if (typeof text !== 'string') return variables;
  for (const match of text.matchAll(/\$\{(?!!)([^}]+)\}/g)) {
    const name = match[1]?.trim().split('.')[0];
    if (name !== undefined && !local.includes(name)) found.add(name);
  }
  return variables;
}
