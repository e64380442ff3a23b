import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Json, JsonObject } from '../../lib/constraints/json';
import { isObject } from '../../lib/constraints/json';
import type { Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';

/** The bootstrap template of the CDK CLI that a project has installed. */
export function originalTemplate(root: string): Result<JsonObject> {
  const file = templateFile(root);
  const template = file === undefined || !existsSync(file) ? undefined : (parse(readFileSync(file, 'utf8')) as Json);
  if (isObject(template)) return success(template);
  return failure([
    {
      code: 'CdkCliMissing',
      path: 'aws-cdk',
      message: 'the CDK CLI is not installed in this folder; its bootstrap template is customised',
      expected: 'the package aws-cdk',
      fix: 'npm install --save-dev aws-cdk',
    },
  ]);
}

/** The CDK CLI of the project, or else the one that the kit itself is installed with. */
function templateFile(root: string): string | undefined {
  return installedBeside(join(root, 'package.json')) ?? installedBeside(__filename);
}

function installedBeside(file: string): string | undefined {
  try {
    const manifest = createRequire(file).resolve('aws-cdk/package.json');
    return join(dirname(manifest), 'lib/api/bootstrap/bootstrap-template.yaml');
  } catch {
    return undefined;
  }
}
