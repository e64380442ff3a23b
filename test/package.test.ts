import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import manifest from '../package.json';
import { root } from './helpers/command';

/** What `npm run build` compiles and copies, relative to the root. */
function builtFiles(): readonly string[] {
  const file = join(root, 'tsconfig.build.json');
  const { config } = ts.readConfigFile(file, (path) => readFileSync(path, 'utf8')) as { config: unknown };
  const { fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file));
  expect(errors).toEqual([]);
  return fileNames.map((name) => relative(root, name));
}

const built = builtFiles();

test('every entry and type declaration of the package is made by the build, and every starter is shipped', () => {
  const entries = [
    manifest.main,
    manifest.types,
    ...Object.values(manifest.exports).flatMap((entry) => [entry.types, entry.default]),
    ...Object.values(manifest.typesVersions['*']).flat(),
  ];
  expect(entries).toHaveLength(13);
  for (const entry of entries) {
    expect(built).toContain(entry.replace('./dist/', '').replace(/(\.d\.ts|\.js)$/, '.ts'));
  }
  expect(manifest.files).toEqual(expect.arrayContaining(['bin/*.js', 'dist']));
  for (const starter of Object.values(manifest.bin)) expect(existsSync(join(root, starter))).toBe(true);
  for (const program of ['aws', 'azure', 'cdk-validator', 'llmops']) expect(built).toContain(`bin/${program}.ts`);
});

test('files that are read by path are copied beside the code that reads them', () => {
  const folders = [
    'lib/local/pulumi/schema/rows',
    'lib/local/aws/iam/rows',
    'lib/constraints/schema/rows',
    'lib/constraints/schema/specification',
    'lib/constraints/schema/unordered',
    'lib/constraints/iam/facts',
    'lib/constraints/iam/handlers',
  ];
  for (const folder of folders) {
    const rows = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
    expect(rows.length).toBeGreaterThan(0);
    expect(built).toEqual(expect.arrayContaining(rows.map((name) => `${folder}/${name}`)));
  }
  const readers = built.filter((file) => /__dirname|__filename/.test(readFileSync(join(root, file), 'utf8')));
  expect(readers.toSorted()).toEqual([
    // Looks for the CDK CLI beside the kit.
    'bin/bootstrap/original-template.ts',
    'bin/project/entry-point.ts',
    'bin/project/package-version.ts',
    'lib/constraints/iam/facts/actions.ts',
    'lib/constraints/iam/facts/managed-policies.ts',
    'lib/constraints/iam/handlers/rows.ts',
    'lib/constraints/schema/rows.ts',
    'lib/constraints/schema/service-spec.ts',
    'lib/constraints/schema/unordered-lists.ts',
    // Looks for the SDK packages of functions, not for a file of its own.
    'lib/local/aws/functions/function-host.ts',
    'lib/local/aws/iam/handler-actions.ts',
    'lib/local/aws/iam/managed-policies.ts',
    'lib/local/pulumi/schema/read.ts',
  ]);
});

function withoutTypeImports(file: string): string {
  return readFileSync(join(root, file), 'utf8').replaceAll(/^(import|export) type [^;]*;$/gm, '');
}

test('the package imports nothing that an install does not bring', () => {
  const declared = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]);
  const undeclared = built
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => ts.preProcessFile(withoutTypeImports(file)).importedFiles)
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
    .filter((name) => !declared.has(name));
  expect([...new Set(undeclared)]).toEqual([]);
});
