import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

/*
 * `npm run api`: the public surface of each entry of the package against docs/api, which a reviewer reads with a change.
 * With --local the reports are written. Reads the declarations that the npm script puts in out/api.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entries = {
  index: 'lib/index',
  aws: 'stacks/aws/index',
  azure: 'stacks/azure/index',
  testing: 'testing/index',
};
const localBuild = process.argv.includes('--local');
const quiet = { logLevel: 'none' };
const folder = join(root, 'docs/api');
const temporary = join(root, 'out/api-reports');
mkdirSync(folder, { recursive: true });
mkdirSync(temporary, { recursive: true });

function changed([name, entry]) {
  const extractorConfig = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, `out/api/${entry}.d.ts`),
      apiReport: {
        enabled: true,
        reportFolder: folder,
        reportTempFolder: temporary,
        reportFileName: `${name}.api.md`,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      compiler: { tsconfigFilePath: join(root, 'tsconfig.build.json') },
      newlineKind: 'lf',
      // Docstrings are linted by eslint; the report lists the surface only.
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: { default: quiet },
        tsdocMessageReporting: { default: quiet },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  const result = Extractor.invoke(extractorConfig, {
    localBuild,
    messageCallback: (message) => {
      message.handled = message.logLevel !== 'error';
    },
  });
  return result.errorCount > 0 || (!localBuild && result.apiReportChanged) ? [name] : [];
}

const differing = Object.entries(entries).flatMap(changed);
for (const name of differing)
  console.error(`docs/api/${name}.api.md is not the surface of the code: npm run api -- --local, then read the diff`);
if (differing.length > 0) process.exitCode = 1;
