import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CdkCli } from '../../../../lib/local/rehearsal/cdk-cli';
import { root } from '../../../helpers/command';

test('fails in a project without the CDK CLI and says what to install', () => {
  expect(() => new CdkCli({ root: tmpdir(), env: {}, home: tmpdir() })).toThrow(
    /: cannot resolve aws-cdk; install aws-cdk .*\[CdkCliMissing\]$/,
  );
});

describe('an app is started as the CLI starts it for synth', () => {
  /** A project whose app writes its context into the folder of the assembly. */
  function project(settings: string | undefined): string {
    const folder = mkdtempSync(join(tmpdir(), 'cdk-project-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(
      join(folder, 'app.js'),
      'require("fs").writeFileSync(process.env.CDK_OUTDIR + "/context.json", process.env.CDK_CONTEXT_JSON)',
    );
    if (settings !== undefined) writeFileSync(join(folder, 'cdk.json'), settings);
    return folder;
  }

  test.each<[string, string | undefined, Readonly<Record<string, unknown>>]>([
    [
      'cdk.json',
      '{ "context": { "flag": true, "config": "old" }, "pathMetadata": false, "assetMetadata": false, "versionReporting": false }',
      { flag: true, metadata: [false, false, true] },
    ],
    ['a cdk.json that is not JSON', '{', { metadata: [true, true, false] }],
    ['no cdk.json', undefined, { metadata: [true, true, false] }],
  ])('with the context of %s', async (_, settings, { flag, metadata }) => {
    const folder = project(settings);
    const cli = new CdkCli({ root: folder, env: {}, home: folder });
    expect(await cli.synthesize(join(folder, 'app.js'), folder, { config: 'new' })).toEqual({ code: 0, output: '' });
    const context = JSON.parse(readFileSync(join(folder, 'context.json'), 'utf8')) as Readonly<Record<string, unknown>>;
    expect(context['config']).toBe('new');
    expect(context['flag']).toBe(flag);
    expect(
      ['enable-path-metadata', 'enable-asset-metadata', 'disable-version-reporting'].map(
        (key) => context[`aws:cdk:${key}`],
      ),
    ).toEqual(metadata);
  });
});
