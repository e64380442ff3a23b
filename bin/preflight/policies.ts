import { readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import type { PolicyFile } from '../../lib/preflight';
import { kindsOf } from '../../lib/preflight';

/** Reads policy files: every problem at once, with its file. */
export function readPolicies(files: readonly string[], cwd: string): Result<readonly PolicyFile[]> {
  const read = files.map((file) => policyFile(file, cwd));
  const issues = read.flatMap((one) => ('code' in one ? [one] : []));
  return issues.length > 0 ? failure(issues) : success(read.flatMap((one) => ('code' in one ? [] : [one])));
}

function policyFile(file: string, cwd: string): PolicyFile | Issue {
  const problem = (message: string, got?: string): Issue => ({
    code: 'PolicyFileUnread',
    path: file,
    message,
    ...(got === undefined ? {} : { got }),
    expected:
      'JSON of a service control policy, or of definitions, initiatives, assignments and exemptions of Azure Policy',
  });
  let text: string;
  try {
    text = readFileSync(resolvePath(cwd, file), 'utf8');
  } catch (error) {
    return problem('the policy file cannot be read', error instanceof Error ? error.message : String(error));
  }
  try {
    const content: unknown = JSON.parse(text);
    return kindsOf(content) === undefined ? problem('the file holds something that is no policy') : { file, content };
  } catch (error) {
    return problem('the policy file is no JSON', error instanceof Error ? error.message : String(error));
  }
}
