import type { Json, JsonObject } from '../constraints/json';
import { isList, isObject, sameJson } from '../constraints/json';
import { covering } from './resource-names';
import type { Statement } from './statements';

/** An action that is needed and that no live policy allows on all its resources. */
export interface MissingRight {
  readonly action: string;
  /** Patterns that are not covered. */
  readonly resources: readonly string[];
  readonly condition?: Statement['Condition'];
}

/**
 * What templates need beyond the policies that their execution role has now.
 *
 * A live statement counts when it allows the action (wildcards included), covers the whole pattern of the resource, and has no
 * condition or the same. A statement that denies is not read: it may deny more than is said here.
 *
 * @param live - the documents of the live policies; what is no policy document allows nothing
 * @returns nothing when the live policies allow all of it
 */
export function missingRights(live: readonly Json[], needed: readonly Statement[]): readonly MissingRight[] {
  const allowing = live.flatMap(statements).filter(({ Effect: effect }) => effect === 'Allow');
  return needed.flatMap(({ Action: actions, Resource: resources, Condition: condition }) =>
    actions.flatMap((action) => {
      const having = allowing.filter((statement) => hasAction(statement, action) && hasCondition(statement, condition));
      const left = resources.filter((resource) => !having.some((statement) => hasResource(statement, resource)));
      if (left.length === 0) return [];
      return [{ action, resources: covering(left), ...(condition === undefined ? {} : { condition }) }];
    }),
  );
}

function statements(document: Json): readonly JsonObject[] {
  const all = isObject(document) ? document['Statement'] : undefined;
  return (isList(all) ? all : [all]).filter(isObject);
}

function hasAction({ Action: actions }: JsonObject, action: string): boolean {
  return texts(actions).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
}

function hasCondition({ Condition: live }: JsonObject, needed: Statement['Condition']): boolean {
  return live === undefined || sameJson(live, needed);
}

function hasResource({ Resource: resources }: JsonObject, resource: string): boolean {
  return texts(resources).some((pattern) => matches(pattern, resource));
}

/** Whether a pattern matches all that another matches: a `*` of the other may only stand where the pattern has one. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('?', '[^*]'))
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(text);
}

function texts(value: Json | undefined): readonly string[] {
  return (isList(value) ? value : [value]).filter((one) => typeof one === 'string');
}
