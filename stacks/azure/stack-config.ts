import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import type { SettledPlan } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { azureSideOf } from './azure-side';

/** Keys other than `config` that Pulumi writes. */
const pulumiKeys: ReadonlySet<string> = new Set(['config', 'encryptedkey', 'encryptionsalt', 'secretsprovider']);

const header = [
  '# Generated from llmops.config.ts by `llmops lint --fix`.',
  '# Change the config, not this file: a hand edit is an error.',
  '',
].join('\n');

/**
 * The configuration of an environment's stack: the exact content of `config` in `Pulumi.<environment>.yaml`.
 *
 * @throws CodedError `MissingTarget` when the plan has no Azure side
 */
export function stackConfig(plan: SettledPlan): Readonly<Record<string, string>> {
  const azure = azureSideOf(plan);
  return {
    'azure-native:location': azure.location,
    'azure-native:subscriptionId': azure.subscription,
    'azure-native:tenantId': azure.tenant,
    'llmops-kit:environment': plan.environment,
  };
}

/**
 * Text of `Pulumi.<environment>.yaml`.
 *
 * @throws CodedError `MissingTarget` when the plan has no Azure side
 */
export function renderStackFile(plan: SettledPlan): string {
  return `${header}${stringify({ config: stackConfig(plan) })}`;
}

/**
 * Differences between a stack file and the plan. Keys that Pulumi adds for secrets are not compared.
 *
 * @throws CodedError `MissingTarget` when the plan has no Azure side
 */
export function checkStackFile(text: string, plan: SettledPlan): readonly Issue[] {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    return [issue('StackFileUnreadable', 'config', `not YAML: ${error.message.split('\n')[0] ?? ''}`, {})];
  }
  const found = entries(document.contents);
  const config = entries(document.get('config'));
  const expected = stackConfig(plan);
  const keys = [...new Set([...Object.keys(expected), ...config.keys()])].toSorted();
  return [
    ...[...found.keys()]
      .filter((key) => !pulumiKeys.has(key))
      .map((key) => issue('StackFileEdited', key, 'the plan has no such key', { got: found.get(key) })),
    ...keys.flatMap((key) => differences(key, expected[key], config.has(key) ? config.get(key) : undefined)),
  ];
}

function differences(key: string, expected: string | undefined, got: unknown): readonly Issue[] {
  if (got === expected) return [];
  const path = `config.${key}`;
  if (expected === undefined) return [issue('StackFileEdited', path, 'the plan has no such key', { got })];
  if (got === undefined) return [issue('StackFileEdited', path, 'the key is missing', { expected })];
  return [issue('StackFileEdited', path, 'the value is not the planned one', { got, expected })];
}

function issue(
  code: 'StackFileEdited' | 'StackFileUnreadable',
  path: string,
  message: string,
  values: { readonly got?: unknown; readonly expected?: string },
): Issue {
  return {
    code,
    path,
    message,
    ...(values.got === undefined ? {} : { got: values.got }),
    expected: values.expected ?? 'the file as `llmops lint --fix` writes it',
    fix: 'change llmops.config.ts and run llmops lint --fix',
  };
}

function entries(node: unknown): ReadonlyMap<string, unknown> {
  if (!isMap(node)) return new Map();
  return new Map(
    node.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : String(key),
      isScalar(value) ? value.value : value,
    ]),
  );
}
