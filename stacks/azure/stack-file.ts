import { isMap, isScalar, parseDocument } from 'yaml';
import type { AzureStageName, SettledPlan } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { stackConfig } from './stack-config';
import type { StackPlace } from './stack-name';
import { stackName } from './stack-name';

/** Folder of the stack files, relative to Pulumi.yaml: the `stackConfigDir` of the project. */
export const stackFolder = 'pulumi';

const header = [
  ' The azure-native and llmops-kit keys are generated from llmops.config.ts by `llmops lint --fix`:',
  ' change the config, not these keys. Every other key is yours and is kept.',
].join('\n');

/** Name of the stack file of a stage. */
export function stackFileName(place: StackPlace): string {
  return `Pulumi.${stackName(place)}.yaml`;
}

/**
 * Text of the stack file of a stage. Keys that the kit does not own are kept from the present text: secrets of the stack
 * (`encryptionsalt`, `secretsprovider`), and configuration that the user added.
 *
 * @param present - the text of the file now; one that is not a map in YAML is replaced. @default - there is no file
 * @throws CodedError `MissingTarget` when the plan has no Azure side
 */
export function renderStackFile(plan: SettledPlan, stage: AzureStageName, present = ''): string {
  const parsed = parseDocument(present, { logLevel: 'silent' });
  const usable = parsed.errors.length === 0 && isMap(parsed.contents);
  const document = usable ? parsed : parseDocument('{}', { logLevel: 'silent' });
  if (!usable && isMap(document.contents)) document.contents.flow = false;
  if (!usable) document.commentBefore = header;
  if (!isMap(document.get('config'))) document.set('config', document.createNode({}));
  for (const [key, value] of Object.entries(stackConfig(plan, stage))) document.setIn(['config', key], value);
  return document.toString({ lineWidth: 0 });
}

/**
 * Differences between the keys that the kit owns in a stack file and the plan. Other keys are not compared.
 *
 * @throws CodedError `MissingTarget` when the plan has no Azure side
 */
export function checkStackFile(text: string, plan: SettledPlan, stage: AzureStageName): readonly Issue[] {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    return [unreadable(`not YAML: ${error.message.split('\n')[0] ?? ''}`)];
  }
  const config = entries(document.get('config'));
  return Object.entries(stackConfig(plan, stage)).flatMap(([key, expected]) => {
    const path = `config.${key}`;
    const got = config.get(key);
    if (got === expected) return [];
    const message = got === undefined ? 'the key is missing' : 'the value is not the planned one';
    const fix = 'change llmops.config.ts and run llmops lint --fix';
    return [{ code: 'StackFileEdited', path, message, ...(got === undefined ? {} : { got }), expected, fix }];
  });
}

function unreadable(message: string): Issue {
  return {
    code: 'StackFileUnreadable',
    path: 'config',
    message,
    expected: 'a map in YAML',
    fix: 'correct the YAML; or remove the file, unless it holds secrets of the stack, and run llmops lint --fix',
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
