import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStage } from '../../../../lib/local/rehearsal/assembly';

/** An assembly with a stage `dev` of two stacks, the second of which needs the first and reads an asset. */
function assembly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const write = (path: string, value: unknown): void => {
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  mkdirSync(join(folder, 'assembly-dev'));
  write('manifest.json', {
    artifacts: {
      Tree: { type: 'cdk:tree' },
      'assembly-dev': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-dev', displayName: 'dev' } },
    },
  });
  const stackOf = (id: string, ...dependencies: readonly string[]) => ({
    type: 'aws:cloudformation:stack',
    properties: { templateFile: `${id}.template.json`, stackName: `assistant-${id}` },
    dependencies,
  });
  write('assembly-dev/manifest.json', {
    artifacts: {
      'second.assets': { type: 'cdk:asset-manifest' },
      second: stackOf('second', 'first', 'second.assets'),
      first: stackOf('first'),
    },
  });
  write('assembly-dev/first.template.json', { Resources: {} });
  write('assembly-dev/second.template.json', { Resources: { F: { Code: { S3Key: 'code.zip' } } } });
  write('assembly-dev/second.assets.json', {
    files: {
      code: { destinations: { here: { objectKey: 'code.zip' } } },
      other: { destinations: { here: { objectKey: 'x.json' } } },
    },
  });
  return folder;
}

test('the stacks of a stage come in deployment order, with the assets that they read', () => {
  expect(readStage(assembly(), 'dev').map(({ name, assets }) => [name, assets])).toEqual([
    ['assistant-first', []],
    ['assistant-second', ['code.zip']],
  ]);
});

test('an assembly without the stage has no stacks', () => {
  expect(readStage(assembly(), 'prod')).toEqual([]);
});
