import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {
  armPath,
  armTypes,
  forceNewPaths,
  outputRows,
  pathParameters,
  systemIdentityRows,
  typesWithForceNewRows,
} from '../../../../lib/local/pulumi/arm';
import type { PropertyMap } from '../../../../lib/local/pulumi/property-value';
import { checkInputs, modules, readModuleRows } from '../../../../lib/local/pulumi/schema';
import { Harness, registration, resourceGroup, textLike } from './builders';

const packageRoot = path.dirname(require.resolve('@pulumi/azure-native/package.json'));

function resourceRow(type: string) {
  const [, module = '', name = ''] = type.split(':');
  const row = readModuleRows(module)?.resources[name];
  if (row === undefined) throw new Error(`no row of ${type}`);
  return row;
}

function check(type: string, inputs: PropertyMap) {
  const rows = readModuleRows(type.split(':')[1] ?? '');
  if (rows === undefined) throw new Error(`no rows of ${type}`);
  return checkInputs(inputs, resourceRow(type).inputs, rows);
}

describe('rows', () => {
  test.each(modules)('of %s are of the installed azure-native', (module) => {
    const installed: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
    expect(installed).toMatchObject({ version: readModuleRows(module)?.version });
  });

  test('name every input that an ARM path takes', () => {
    const missing = armTypes().flatMap((type) => {
      const inputs = Object.keys(resourceRow(type).inputs).map((key) => key.replace('!', ''));
      return pathParameters(armPath(type) ?? '')
        .filter((name) => !inputs.includes(name))
        .map((name) => `${type} ${name}`);
    });
    expect(missing).toEqual([]);
  });

  test('name every input that forces a replacement', () => {
    const missing = typesWithForceNewRows().flatMap((type) =>
      forceNewPaths(type)
        .map(([first]) => first ?? '')
        .filter((name) => !['location', 'resourceGroupName'].includes(name))
        .filter((name) => !Object.keys(resourceRow(type).inputs).some((key) => key.replace('!', '') === name))
        .map((name) => `${type} ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('of outputs name properties that the output types declare', () => {
    const declared = outputProperties();
    const missing = Object.entries(outputRows).flatMap(([type, rows]) =>
      rows.filter((row) => !declared(type, row.path.split('.'))).map((row) => `${type} ${row.path}`),
    );
    expect(missing).toEqual([]);
    expect(
      systemIdentityRows.every((row) => declared('azure-native:cognitiveservices:Account', row.path.split('.'))),
    ).toBe(true);
  });
});

describe('inputs', () => {
  const account = 'azure-native:cognitiveservices:Account';

  test('fail on a misspelled nested property and suggest the right one', () => {
    const problems = check(account, { resourceGroupName: 'rg', properties: { disableLocalAuht: true } });
    expect(problems).toMatchObject([
      { code: 'UnknownProperty', path: 'properties.disableLocalAuht', fix: 'did you mean disableLocalAuth?' },
    ]);
  });

  test('fail on a missing property, at any depth', () => {
    const problems = check(account, { sku: { tier: 'Standard' } });
    expect(problems.map((problem) => problem.path)).toEqual(['sku.name', 'resourceGroupName']);
  });

  test('fail on a value outside of a closed set and pass an open one', () => {
    const vault = (family: string, name: string) => ({
      resourceGroupName: 'rg',
      properties: { tenantId: 't', sku: { family, name } },
    });
    expect(check('azure-native:keyvault:Vault', vault('A', 'standart'))).toMatchObject([
      { code: 'UnknownPropertyValue', fix: 'did you mean standard?' },
    ]);
    expect(check('azure-native:keyvault:Vault', vault('B', 'standard'))).toEqual([]);
  });

  test('fail on the wrong type within a list', () => {
    const inputs = { resourceGroupName: 'rg', addressSpace: { addressPrefixes: [10] } };
    expect(check('azure-native:network:VirtualNetwork', inputs)).toMatchObject([
      { code: 'WrongPropertyType', path: 'addressSpace.addressPrefixes[0]', expected: 'a string' },
    ]);
  });

  test('follow the discriminator of a union', () => {
    const connection = (properties: PropertyMap) => ({ accountName: 'a', resourceGroupName: 'rg', properties });
    const type = 'azure-native:cognitiveservices:AccountConnection';
    expect(check(type, connection({ authType: 'AAD', category: 'CognitiveSearch', target: 'https://x' }))).toEqual([]);
    expect(check(type, connection({ authType: 'AAD', credentials: { key: 'k' } }))).toMatchObject([
      { path: 'properties.credentials' },
    ]);
  });

  test('fail for a type that the package lacks, a module without rows and a type without an id', () => {
    const problem = (type: string) =>
      new Harness().up(resourceGroup(), registration(type, 'it', { resourceGroupName: 'rg' })).problems[0];
    expect(problem('azure-native:cognitiveservices:Acount')).toMatchObject({
      code: 'UnknownType',
      fix: 'did you mean Account?',
    });
    expect(problem('azure-native:web:WebApp')).toMatchObject({
      code: 'UnsupportedModule',
      fix: textLike(/generate\.ts/),
    });
    expect(problem('azure-native:network:VpnSite')).toMatchObject({
      code: 'UnsupportedType',
      fix: textLike(/arm-type\.ts/),
    });
  });
});

/** Reads the output types of the installed package: whether a type has a property at a path. */
function outputProperties(): (type: string, path: readonly string[]) => boolean {
  const source = ts.createSourceFile(
    'output.d.ts',
    readFileSync(path.join(packageRoot, 'types/output.d.ts'), 'utf8'),
    ts.ScriptTarget.ES2022,
    false,
  );
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  for (const space of source.statements.filter(ts.isModuleDeclaration)) {
    if (space.body === undefined || !ts.isModuleBlock(space.body)) continue;
    for (const item of space.body.statements.filter(ts.isInterfaceDeclaration))
      interfaces.set(`${space.name.text}.${item.name.text}`, item);
  }
  const has = (text: string, [key, ...rest]: readonly string[]): boolean => {
    if (key === undefined) return true;
    if (text.includes('[key: string]')) return true;
    const names = [...text.matchAll(/outputs\.(\w+\.\w+)/g)].map((match) => match[1] ?? '');
    return names.some((name) => {
      const member = interfaces
        .get(name)
        ?.members.filter(ts.isPropertySignature)
        .find((item) => item.name.getText(source) === key);
      return member?.type !== undefined && has(member.type.getText(source), rest);
    });
  };
  return (type, [first = '', ...rest]) => {
    const [, module = '', name = ''] = type.split(':');
    const file = path.join(packageRoot, module, `${name.charAt(0).toLowerCase()}${name.slice(1)}.d.ts`);
    const property = new RegExp(`readonly ${first}: ([^;]+)`).exec(readFileSync(file, 'utf8'))?.[1];
    return property !== undefined && has(property, rest);
  };
}
