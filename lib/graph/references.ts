/** Logical ids and parameters a template fragment refers to through Ref, Fn::GetAtt and Fn::Sub. */
export function referencesIn(fragment: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(fragment, found);
  return found;
}

function collect(fragment: unknown, found: Set<string>): void {
  if (Array.isArray(fragment)) {
    for (const item of fragment) collect(item, found);
    return;
  }
  if (typeof fragment !== 'object' || fragment === null) return;
  for (const [key, value] of Object.entries(fragment)) {
    if (key === 'Ref' && typeof value === 'string') found.add(value);
    else if (key === 'Fn::GetAtt') addGetAtt(value, found);
    else if (key === 'Fn::Sub') addSub(value, found);
    else collect(value, found);
  }
}

function addGetAtt(value: unknown, found: Set<string>): void {
  const target: unknown = Array.isArray(value) ? value[0] : typeof value === 'string' ? value.split('.')[0] : undefined;
  if (typeof target === 'string') found.add(target);
}

function addSub(value: unknown, found: Set<string>): void {
  const [text, variables] = Array.isArray(value) ? (value as readonly unknown[]) : [value, undefined];
  const own = typeof variables === 'object' && variables !== null ? Object.keys(variables) : [];
  collect(variables, found);
  if (typeof text !== 'string') return;
  for (const match of text.matchAll(/\$\{(?!!)([^}]+)\}/g)) {
    const name = match[1]?.trim().split('.')[0];
    if (name !== undefined && !own.includes(name)) found.add(name);
  }
}
