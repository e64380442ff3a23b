import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { CodedError } from '../../../messages';
import { modules } from './modules';

/**
 * Derives what azure-native accepts from the type declarations of the installed package, because no schema ships with
 * it. Run by hand after a change of version: `npx tsx lib/local/pulumi/schema/generate.ts`.
 *
 * A type is written as text: `s` string, `n` number, `b` boolean, `*` anything, `[]T` list, `{}T` map, `#Name` object,
 * `=Name` one of a closed set, `~Name` a set that the service may widen, `'x'` exactly x, `A|B` either. `!` after the
 * name of a property: required.
 */

type Properties = Record<string, string>;

interface ModuleRows {
  readonly package: string;
  readonly version: string;
  readonly module: string;
  readonly resources: Record<string, { readonly inputs: Properties; readonly outputs: readonly string[] }>;
  readonly types: Record<string, Properties>;
  readonly sets: Record<string, readonly string[]>;
}

const packageRoot = path.dirname(createRequire(__filename).resolve('@pulumi/azure-native/package.json'));

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(packageRoot, file), 'utf8'), ts.ScriptTarget.ES2022, false);
}

/** Interfaces of `types/input.d.ts` by `module.Name`. */
function readInputTypes(): ReadonlyMap<string, ts.InterfaceDeclaration> {
  const found = new Map<string, ts.InterfaceDeclaration>();
  for (const statement of parse('types/input.d.ts').statements) {
    if (!ts.isModuleDeclaration(statement) || statement.body === undefined || !ts.isModuleBlock(statement.body))
      continue;
    for (const member of statement.body.statements) {
      if (ts.isInterfaceDeclaration(member)) found.set(`${statement.name.text}.${member.name.text}`, member);
    }
  }
  return found;
}

class ModuleReader {
  private readonly types: Record<string, Properties> = {};
  private readonly sets: Record<string, readonly string[]> = {};
  private readonly enumFiles = new Map<string, ts.SourceFile>();

  constructor(
    private readonly module: string,
    private readonly inputTypes: ReadonlyMap<string, ts.InterfaceDeclaration>,
  ) {}

  read(version: string): ModuleRows {
    const resources: ModuleRows['resources'] = {};
    for (const file of readdirSync(path.join(packageRoot, this.module)).toSorted()) {
      if (!file.endsWith('.d.ts')) continue;
      const row = this.readResource(parse(`${this.module}/${file}`));
      if (row !== undefined) resources[row.name] = { inputs: row.inputs, outputs: row.outputs };
    }
    return {
      package: '@pulumi/azure-native',
      version,
      module: this.module,
      resources,
      types: sorted(this.types),
      sets: sorted(this.sets),
    };
  }

  private readResource(
    source: ts.SourceFile,
  ): { name: string; inputs: Properties; outputs: readonly string[] } | undefined {
    const declared = source.statements.filter(ts.isClassDeclaration).find(isCustomResource);
    const name = declared?.name?.text;
    if (declared === undefined || name === undefined) return undefined;
    const args = source.statements.filter(ts.isInterfaceDeclaration).find((item) => item.name.text === `${name}Args`);
    const outputs = declared.members.filter(ts.isPropertyDeclaration).map((member) => text(member.name));
    return { name, inputs: args === undefined ? {} : this.properties(args), outputs };
  }

  private properties(declaration: ts.InterfaceDeclaration): Properties {
    const found: Properties = {};
    for (const member of declaration.members) {
      if (!ts.isPropertySignature(member) || member.type === undefined) continue;
      const required = member.questionToken === undefined;
      found[`${text(member.name)}${required ? '!' : ''}`] = this.type(member.type);
    }
    return found;
  }

  private type(node: ts.TypeNode): string {
    if (ts.isUnionTypeNode(node)) return this.union(node.types);
    if (ts.isArrayTypeNode(node)) return `[]${this.grouped(node.elementType)}`;
    if (ts.isParenthesizedTypeNode(node)) return this.type(node.type);
    if (ts.isTypeLiteralNode(node)) return this.literalObject(node);
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return `'${node.literal.text}'`;
    if (ts.isTypeReferenceNode(node)) return this.reference(node);
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return 's';
      case ts.SyntaxKind.NumberKeyword:
        return 'n';
      case ts.SyntaxKind.BooleanKeyword:
        return 'b';
      case ts.SyntaxKind.AnyKeyword:
        return '*';
      default:
        throw unreadable(`unknown kind of type ${ts.SyntaxKind[node.kind]} in module ${this.module}`);
    }
  }

  private union(nodes: readonly ts.TypeNode[]): string {
    const parts = nodes.filter((node) => node.kind !== ts.SyntaxKind.UndefinedKeyword).map((node) => this.type(node));
    // `string | enums.X`: the service may add values that this version does not name.
    const named = parts.find((part) => part.startsWith('='));
    if (parts.length === 2 && parts.includes('s') && named !== undefined) return `~${named.slice(1)}`;
    return [...new Set(parts)].join('|');
  }

  private grouped(node: ts.TypeNode): string {
    const type = this.type(node);
    return type.includes('|') ? `(${type})` : type;
  }

  private literalObject(node: ts.TypeLiteralNode): string {
    const index = node.members.find(ts.isIndexSignatureDeclaration);
    if (index === undefined) throw unreadable(`an object type without an index signature in module ${this.module}`);
    return `{}${this.grouped(index.type)}`;
  }

  private reference(node: ts.TypeReferenceNode): string {
    const names = qualified(node.typeName);
    const [space, module, name] = names;
    if (space === 'pulumi' && module === 'Input') return this.type(argument(node));
    if (space === 'pulumi') return '*'; // An asset or archive.
    if (space === 'inputs' && module !== undefined && name !== undefined) return `#${this.inputType(module, name)}`;
    if (space === 'enums' && module !== undefined && name !== undefined) return this.set(module, name);
    throw unreadable(`unknown type ${names.join('.')} in module ${this.module}`);
  }

  private inputType(module: string, name: string): string {
    const key = module === this.module ? name : `${module}.${name}`;
    if (this.types[key] !== undefined) return key;
    const declaration = this.inputTypes.get(`${module}.${name}`);
    if (declaration === undefined) throw unreadable(`no declaration of inputs.${module}.${name}`);
    this.types[key] = {};
    this.types[key] = this.properties(declaration);
    return key;
  }

  private set(module: string, name: string): string {
    const key = module === this.module ? name : `${module}.${name}`;
    this.sets[key] ??= this.readSet(module, name);
    return this.sets[key].every((value) => value.startsWith('#')) && this.sets[key].length > 0 ? 'n' : `=${key}`;
  }

  private readSet(module: string, name: string): readonly string[] {
    const file = this.enumFiles.get(module) ?? parse(`types/enums/${module}/index.d.ts`);
    this.enumFiles.set(module, file);
    for (const statement of file.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const declaration of statement.declarationList.declarations) {
        if (text(declaration.name) !== name || declaration.type === undefined) continue;
        if (!ts.isTypeLiteralNode(declaration.type)) continue;
        return declaration.type.members.filter(ts.isPropertySignature).map(memberValue);
      }
    }
    throw unreadable(`no declaration of enums.${module}.${name}`);
  }
}

function isCustomResource(declaration: ts.ClassDeclaration): boolean {
  const parents = (declaration.heritageClauses ?? []).flatMap((clause) => clause.types);
  return parents.some(
    (parent) => ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'CustomResource',
  );
}

function unreadable(what: string): CodedError {
  return new CodedError('UnreadableDeclaration', { place: packageRoot, message: what });
}

/** The value of a member of a set; a numeric one is marked by `#`. */
function memberValue(member: ts.PropertySignature): string {
  const type = member.type;
  if (type !== undefined && ts.isLiteralTypeNode(type)) {
    if (ts.isStringLiteral(type.literal)) return type.literal.text;
    if (ts.isNumericLiteral(type.literal)) return `#${type.literal.text}`;
  }
  throw unreadable(`a member ${text(member.name)} of an enumeration is no literal`);
}

function argument(node: ts.TypeReferenceNode): ts.TypeNode {
  const first = node.typeArguments?.[0];
  if (first === undefined) throw unreadable('pulumi.Input without an argument');
  return first;
}

function qualified(name: ts.EntityName): readonly string[] {
  return ts.isIdentifier(name) ? [name.text] : [...qualified(name.left), name.right.text];
}

function text(name: ts.PropertyName | ts.BindingName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  throw unreadable('a property whose name is computed');
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function main(): void {
  const manifest = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const inputTypes = readInputTypes();
  const folder = path.join(__dirname, 'rows');
  mkdirSync(folder, { recursive: true });
  for (const module of modules) {
    const rows = new ModuleReader(module, inputTypes).read(manifest.version);
    writeFileSync(path.join(folder, `${module}.json`), `${JSON.stringify(rows)}\n`);
    process.stdout.write(
      `${module}: ${Object.keys(rows.resources).length} resources, ${Object.keys(rows.types).length} types\n`,
    );
  }
}

main();
