import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { beginDeployment } from '../../lib/local/aws/cloudformation/executor';
import { planDeployment } from '../../lib/local/aws/cloudformation/plan';
import { finish } from '../../lib/local/aws/cloudformation/work';
import { ServiceError } from '../../lib/local/aws/errors';
import { failures } from '../../test/lib/local/aws/engine';
import { accountWithResources, corpusStack, valuesFor } from './corpus-account';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';

/** The templates of a folder: files with Resources that have a type. */
function templatesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml|template)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[/\\](?:\.git|node_modules)[/\\]/.test(file))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return /["']?Resources["']?\s*:/.test(text) && /Type["']?\s*:\s*["']?\w+::/.test(text);
    })
    .toSorted();
}

/** Kinds of refusals: the first one whose pattern a message fits names it. */
const kinds: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/does not run the transform (\S+)/, 'transform $1 is not run'],
  [/No transform named (\w+)/, 'a macro that the account does not have'],
  [/resource \w+ of type (\S+) is refused/, 'type $1 is not run'],
  [/No export named/, 'an export that no stack makes'],
  [/'null' values are not allowed/, 'a null value'],
  [/CloudFormation has no such tag/, 'a YAML tag of another tool'],
  [/Every Resources object must contain a Type|Invalid template property/, 'not a whole template'],
  [/must match pattern|must contain at|must be one of|must have values/, 'a parameter for which no value was found'],
  [/Parameter validation failed/, 'a parameter that names what the account lacks'],
  [/Unable to fetch parameters/, 'an SSM parameter that the account lacks'],
];

function kindOf(message: string): string {
  for (const [pattern, kind] of kinds) {
    const match = pattern.exec(message);
    if (match !== null) return kind.replace('$1', match[1] ?? '');
  }
  return message
    .replaceAll('\n', ' ')
    .replace(/\(?\/[\w:./-]+\)?|'[^']*'|\b[\w-]*\d[\w-]*\b/g, '…')
    .slice(0, 90);
}

/** How the local cloud receives one template. @throws Error when the engine crashes */
function received(text: string): string {
  const engine = accountWithResources();
  const stack = corpusStack(engine);
  try {
    const request = {
      ...engine.request({ Resources: {} }, {}),
      templateText: text,
      parameters: valuesFor(text, engine),
    };
    const plan = planDeployment(stack, request, engine.cloud);
    finish(beginDeployment(stack, plan, engine.cloud, { disableRollback: false, clientRequestToken: undefined }));
  } catch (error) {
    if (error instanceof ServiceError) return `refused: ${kindOf(error.message)}`;
    if (error instanceof Error && error.message.startsWith('this work takes time')) return 'planned; it runs functions';
    throw error;
  }
  if (stack.status === 'CREATE_COMPLETE') return 'deployed';
  return `fails to deploy: ${kindOf((failures(stack)[0] ?? stack.status).replace(/^\w+: (?:Resource handler returned message: )?/, ''))}`;
}

/** The folder at the top, which is named after a repository and its commit; empty for templates that lie there themselves. */
function corpusOf(folder: string, file: string): string {
  const [top = '', ...rest] = relative(folder, file).split(sep);
  return rest.length === 0 ? '' : `${top}: `;
}

/** Templates that people wrote, one after the other, each in an account of its own. */
export const corpora: Proof = {
  claim: 'every template of a corpus is deployed or refused by name, and none crashes the template engine',
  count: 1_000_000,
  smallCount: 1_000_000,
  run({ count, folder = join(__dirname, 'corpus') }) {
    const counts = new Map<string, number>();
    const counterexamples: Counterexample[] = [];
    for (const file of templatesIn(folder).slice(0, count)) {
      try {
        tally(counts, `${corpusOf(folder, file)}${received(readFileSync(file, 'utf8'))}`);
      } catch (error) {
        tally(counts, `${corpusOf(folder, file)}crash`);
        const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
        counterexamples.push({ case: relative(folder, file), problem });
      }
    }
    return Promise.resolve({ counts: counted(counts), counterexamples });
  },
};
