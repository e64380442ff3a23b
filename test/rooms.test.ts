import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import table from '../lint/rooms.json';

/*
 * Walks every import of the tree against the table the lint rules are made from. The lint rules see what a person
 * types; this sees re-exports, require calls and rooms that no files pattern names.
 */
const root = resolve(__dirname, '..');
const packages = Object.entries(table.packages).map(([group, pattern]) => [group, new RegExp(pattern)] as const);

interface Room {
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly packages: readonly string[];
}
const rooms = new Map<string, Room>(Object.entries(table.rooms));

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      found.push({ file, specifier: node.moduleSpecifier.text, typeOnly });
    } else if (ts.isCallExpression(node) && node.arguments[0] !== undefined && ts.isStringLiteral(node.arguments[0])) {
      const callee = node.expression;
      if (callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')) {
        found.push({ file, specifier: node.arguments[0].text, typeOnly: false });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function roomOf(file: string): string | undefined {
  return [...rooms.keys()]
    .filter((room) => file === room || file.startsWith(`${room}${sep}`) || file.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

function violation({ file, specifier, typeOnly }: Import): string | undefined {
  const from = roomOf(file);
  const room = from === undefined ? undefined : rooms.get(from);
  if (from === undefined || room === undefined) return undefined;
  if (!specifier.startsWith('.')) {
    const group = packages.find(([, pattern]) => pattern.test(specifier))?.[0];
    if (group === undefined || room.packages.includes(group)) return undefined;
    return `${file} imports ${specifier}: ${from} may not use ${group}`;
  }
  const target = relative(root, resolve(root, dirname(file), specifier));
  const to = roomOf(target) ?? target;
  if (to === from) return undefined;
  if (room.values.includes(to) || (typeOnly && room.types.includes(to))) return undefined;
  return `${file} imports ${to}${typeOnly ? ' (types)' : ''}: not in the import table of ${from}`;
}

const files = ['lib', 'constructs', 'stacks', 'bin', 'bench', 'examples', 'test'].flatMap(sourceFiles);

/** Whether a room may import everything, as tests may. */
function open(file: string): boolean {
  return rooms.get(roomOf(file) ?? '')?.values.includes('*') ?? false;
}

test('every room and file that the table names exists', () => {
  const named = [...rooms].flatMap(([name, { values, types }]) => [name, ...values, ...types]);
  expect(named.filter((room) => room !== '*' && !existsSync(join(root, room)))).toEqual([]);
});

test('every source file belongs to a room', () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('no room imports another against the table', () => {
  expect(
    files
      .filter((file) => !open(file))
      .flatMap(importsOf)
      .map(violation)
      .filter((found) => found !== undefined),
  ).toEqual([]);
});

test('fails a room that reaches to its right', () => {
  expect(violation({ file: 'lib/platform/name.ts', specifier: '../plan', typeOnly: true })).toContain(
    'not in the import table',
  );
  expect(violation({ file: 'lib/plan/size.ts', specifier: 'node:fs', typeOnly: false })).toContain('may not use io');
  expect(violation({ file: 'stacks/aws/x.ts', specifier: '@pulumi/pulumi', typeOnly: false })).toContain(
    'may not use pulumi',
  );
  expect(violation({ file: 'constructs/aws/x.ts', specifier: '../../lib/plan', typeOnly: false })).toContain(
    'not in the import table',
  );
  expect(violation({ file: 'constructs/aws/x.ts', specifier: '../../lib/plan', typeOnly: true })).toBeUndefined();
});
