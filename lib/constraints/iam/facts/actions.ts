import { createRequire } from 'node:module';
import type { Source } from '../../constraint';

/** Where the actions come from; generate.mjs beside this file names the readers. */
export const actionSource: Source = {
  url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  asOf: '2026-11-30',
};

let rows: ReadonlyMap<string, string> | undefined;
const names = new Map<string, readonly string[]>();

/** The rows are 0.5 MB: read on the first question. */
function services(): ReadonlyMap<string, string> {
  rows ??= new Map(Object.entries(createRequire(__filename)('./actions.json') as Record<string, string>));
  return rows;
}

/** The prefixes of actions, such as `s3`. */
export function actionPrefixes(): readonly string[] {
  return [...services().keys()];
}

/** The names of a service's actions without the prefix, such as `GetObject`; undefined for a service that no page lists. */
export function actionsOf(prefix: string): readonly string[] | undefined {
  const known = names.get(prefix);
  if (known !== undefined) return known;
  const listed = services().get(prefix)?.split(' ');
  if (listed !== undefined) names.set(prefix, listed);
  return listed;
}
