import { isMap, parseDocument } from 'yaml';
import type { Issue } from '../../lib/platform';
import { stackFolder } from './stack-file';

/** What a project must say, by the path in Pulumi.yaml, and what happens otherwise. */
const required = [
  {
    path: 'stackConfigDir',
    keys: ['stackConfigDir'],
    value: stackFolder,
    message: 'Pulumi looks for the stack files in another folder than the one that the kit writes',
  },
  {
    path: 'options.refresh',
    keys: ['options', 'refresh'],
    value: 'always',
    message: 'an update from stale state would undo the traffic that a release step gave an online endpoint',
  },
] as const;

/** Differences between a Pulumi.yaml and what the programs of the kit need. Other keys are not compared. */
export function checkProjectFile(text: string): readonly Issue[] {
  const document = parseDocument(text, { logLevel: 'silent' });
  const readable = document.errors.length === 0 && isMap(document.contents);
  return required.flatMap(({ path, keys, value, message }) => {
    const got: unknown = readable ? document.getIn(keys) : undefined;
    if (got === value) return [];
    return [
      {
        code: 'PulumiProjectDiffers' as const,
        path: `Pulumi.yaml: ${path}`,
        message,
        ...(got === undefined ? {} : { got }),
        expected: value,
        fix: `write ${path}: ${value} in Pulumi.yaml`,
      },
    ];
  });
}
