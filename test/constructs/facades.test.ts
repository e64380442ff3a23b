import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as aws from '../../constructs/aws';
import * as azure from '../../constructs/azure';
import type { Cell, Facade } from './facades';
import { facades } from './facades';

const root = join(__dirname, '../../constructs');

/** The public members of each class below a folder, from its source. */
function classesIn(cloud: 'aws' | 'azure'): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(join(root, cloud), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(
    files.flatMap((file) => {
      const text = readFileSync(join(root, cloud, file), 'utf8');
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
      return source.statements.flatMap((statement) => {
        if (!ts.isClassDeclaration(statement) || statement.name === undefined) return [];
        const extended = statement.heritageClauses?.some(({ types }) =>
          types.some(({ expression }) => /^(?:Construct|ComponentResource)$/.test(expression.getText(source))),
        );
        if (extended !== true) return [];
        return [[statement.name.text, membersOf(statement, source)] as const];
      });
    }),
  );
}

function membersOf(declaration: ts.ClassDeclaration, source: ts.SourceFile): readonly string[] {
  return declaration.members.flatMap((member) => {
    const { modifiers } = member as { readonly modifiers?: ts.NodeArray<ts.ModifierLike> };
    const hidden = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) === true;
    return member.name === undefined || hidden ? [] : [member.name.getText(source)];
  });
}

const entries = { aws: Object.keys(aws), azure: Object.keys(azure) };

describe.each(['aws', 'azure'] as const)('%s', (cloud) => {
  const declared = classesIn(cloud);
  const exported = entries[cloud].filter((name) => declared.has(name)).toSorted();

  test('every exported construct has a row, and every row is one of them', () => {
    expect(exported.length).toBeGreaterThan(20);
    expect(Object.keys(facades[cloud]).toSorted()).toEqual(exported);
  });

  test.each(exported)('%s has what its row says', (name) => {
    const row: Facade | undefined = facades[cloud][name];
    const members = declared.get(name) ?? [];
    const problems = Object.entries(row ?? {}).flatMap(([kind, cell]) => problemsOf(kind, cell as Cell, members));
    expect(problems).toEqual([]);
  });
});

/** The members that stand for a kind by their name alone. */
const named: Readonly<Record<string, RegExp>> = {
  role: /^role$/,
  grants: /^grants$/,
  metrics: /^metrics$/,
  connections: /^connections$/,
  from: /^from[A-Z]/,
};

function problemsOf(kind: string, cell: Cell, members: readonly string[]): readonly string[] {
  if ('has' in cell) return members.includes(cell.has) ? [] : [`${kind}: there is no ${cell.has}`];
  const there = members.find((member) => named[kind]?.test(member));
  if (there !== undefined) return [`${kind}: there is ${there}, and the row says that there is none`];
  return cell.none.length > 10 ? [] : [`${kind}: the reason says nothing`];
}
