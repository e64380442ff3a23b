import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One change of one file, as a fenced block of CONTRIBUTING.md writes it down. */
export interface Edit {
  readonly file: string;
  readonly mode: 'create' | 'append' | 'insert-after';
  /** The line that `insert-after` follows, without its indentation. */
  readonly anchor: string | undefined;
  readonly text: string;
}

/** A section of CONTRIBUTING.md: its edits and the tests that it says to run. */
export interface Recipe {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Scripts of package.json that write generated files. */
  readonly scripts: readonly string[];
  /** Arguments of `npx jest`. */
  readonly tests: readonly string[];
}

const heading = /^## Recipe: (.*)$/m;
const block = /^```\w+ (file=.*)\n([\s\S]*?)^```$/gm;
const place = /^file=(\S+) mode=(create|append|insert-after)(?: (".*"))?$/;
const script = /^npm run ([\w:-]+)$/gm;
const jestCommand = /^npx jest (.+)$/m;

/**
 * Reads the recipes of CONTRIBUTING.md in their order.
 *
 * @throws when a block that names a file does not say where its text belongs
 */
export function readRecipes(markdown: string): readonly Recipe[] {
  return markdown
    .split(/^(?=## )/m)
    .filter((section) => heading.test(section))
    .map((section) => ({
      title: heading.exec(section)?.[1] ?? '',
      edits: [...section.matchAll(block)].map(([, info = '', text = '']) => editOf(info, text)),
      scripts: [...section.matchAll(script)].map(([, name = '']) => name),
      tests: jestCommand.exec(section)?.[1]?.split(' ') ?? [],
    }));
}

function editOf(info: string, text: string): Edit {
  const [, file, mode, quoted] = place.exec(info) ?? [];
  const anchor: unknown = quoted === undefined ? undefined : JSON.parse(quoted);
  if (file !== undefined && (mode === 'create' || mode === 'append')) return { file, mode, anchor: undefined, text };
  if (file !== undefined && mode === 'insert-after' && typeof anchor === 'string') return { file, mode, anchor, text };
  throw new Error(`${info}: expected file=path mode=create, mode=append, or mode=insert-after "line"`);
}

/** What keeps an edit from being made in a tree, or undefined. */
export function obstacle(folder: string, { file, mode, anchor }: Edit): string | undefined {
  const path = join(folder, file);
  if (mode === 'create') return existsSync(path) ? `${file} exists` : undefined;
  if (!existsSync(path)) return `${file} does not exist`;
  if (mode === 'append') return undefined;
  const count = linesOf(path).filter((line) => line.trim() === anchor).length;
  return count === 1 ? undefined : `${file}: ${count} lines are ${JSON.stringify(anchor)}, expected one`;
}

/**
 * Makes the change in a copy of the tree.
 *
 * @throws when an obstacle keeps it from being made
 */
export function applyEdit(folder: string, change: Edit): void {
  const problem = obstacle(folder, change);
  if (problem !== undefined) throw new Error(problem);
  const { file, mode, anchor, text } = change;
  const path = join(folder, file);
  if (mode === 'insert-after') {
    const lines = linesOf(path);
    const index = lines.findIndex((line) => line.trim() === anchor);
    writeFileSync(path, lines.toSpliced(index + 1, 0, text.replace(/\n$/, '')).join('\n'));
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, text);
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n');
}
