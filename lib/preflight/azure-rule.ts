import { isFields } from './policy-files';

/** A resource as a policy rule sees it: `type`, `location`, `name` and aliases, in lower case. */
export type RuleResource = ReadonlyMap<string, unknown>;

/** Undefined where the rule asks for something that is not known. */
type Verdict = boolean | undefined;

/** The effect of a rule on a resource; `unknown` where it depends on what the plan does not say. */
export type RuleEffect = 'none' | 'deny' | 'unknown';

/**
 * What a policy rule of Azure does to a resource. Operators, parameters and fields that the rules of allowed locations,
 * sizes and kinds use; anything else makes the answer unknown, never `none`.
 * Source: learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule (read 2026-11-30).
 */
export function effectOf(
  rule: Readonly<Record<string, unknown>>,
  parameters: Readonly<Record<string, unknown>>,
  resource: RuleResource,
): RuleEffect {
  const then = rule['then'];
  const effect = resolved(isFields(then) ? then['effect'] : undefined, parameters);
  if (effect === undefined) return 'unknown';
  if (typeof effect !== 'string' || !/^deny$/i.test(effect)) return 'none';
  const holds = condition(rule['if'], parameters, resource);
  if (holds === undefined) return 'unknown';
  return holds ? 'deny' : 'none';
}

type Values = Readonly<Record<string, unknown>>;

function condition(test: unknown, parameters: Values, resource: RuleResource): Verdict {
  if (!isFields(test)) return undefined;
  const { allOf, anyOf, not } = test;
  if (Array.isArray(allOf)) return every(allOf.map((one) => condition(one, parameters, resource)));
  if (Array.isArray(anyOf)) {
    const none = every(anyOf.map((one) => negated(condition(one, parameters, resource))));
    return negated(none);
  }
  if (not !== undefined) return negated(condition(not, parameters, resource));
  const field = resolved(test['field'], parameters);
  if (typeof field !== 'string') return undefined;
  const key = field.toLowerCase();
  if (!resource.has(key)) return undefined;
  return operator(test, resource.get(key), parameters);
}

function operator(test: Values, actual: unknown, parameters: Values): Verdict {
  const [name] = Object.keys(test).filter((key) => key !== 'field' && key !== 'value');
  if (name === undefined) return undefined;
  const expected = resolved(test[name], parameters);
  if (expected === undefined) return undefined;
  const positive = name.startsWith('not') ? `${name.charAt(3).toLowerCase()}${name.slice(4)}` : name;
  const holds = compare(positive, actual, expected);
  return positive === name ? holds : negated(holds);
}

function compare(name: string, actual: unknown, expected: unknown): Verdict {
  const text = folded(actual);
  switch (name) {
    case 'equals': {
      return text === folded(expected);
    }
    case 'in': {
      return Array.isArray(expected) ? expected.some((one) => folded(one) === text) : undefined;
    }
    case 'like': {
      const pattern = folded(expected)
        .replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`)
        .replaceAll('*', '.*');
      return new RegExp(`^${pattern}$`, 's').test(text);
    }
    case 'contains': {
      return text.includes(folded(expected));
    }
    case 'exists': {
      return (actual !== undefined) === (folded(expected) === 'true');
    }
    default: {
      return undefined;
    }
  }
}

/** `[parameters('name')]` has its value; other templates are not known. Places are equal with and without spaces. */
function resolved(value: unknown, parameters: Values): unknown {
  if (typeof value !== 'string' || !value.startsWith('[') || value.startsWith('[[')) return value;
  const name = /^\[parameters\('([^']+)'\)\]$/.exec(value)?.[1];
  return name === undefined ? undefined : parameters[name];
}

function folded(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return text.toLowerCase().replaceAll(' ', '');
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function negated(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}
