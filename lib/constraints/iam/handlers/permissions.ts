import type { JsonObject } from '../../json';
import { additions } from './additions';
import { configured } from './configured';
import type { Operation } from './rows';
import { isHandled, isTagging, publishedActions } from './rows';

/** A resource as far as its permissions depend on it. */
export interface HandledResource {
  readonly type: string;
  readonly properties: JsonObject;
}

const tagProperties = ['Tags', 'TagList', 'HostedZoneTags'];

/**
 * The actions that CloudFormation may call to create, read, change or delete a resource as it is declared: those of the
 * published handlers whose property is set, with what the handlers lack. CloudFormation reads what it has created or changed,
 * and looks for what it is to delete; so every operation includes reading. Which of the actions of an update is called depends
 * on what changes.
 *
 * @returns undefined for a type whose handlers are not known
 */
export function handlerPermissions(resource: HandledResource, operation: Operation): readonly string[] | undefined {
  const { type, properties } = resource;
  if (!isHandled(type)) return undefined;
  const operations: readonly Operation[] = operation === 'read' ? ['read'] : [operation, 'read'];
  const published = operations.flatMap((one) => publishedActions(type, one));
  const added = (additions[type] ?? []).flatMap(({ operations: of, actions, when }) =>
    operations.some((one) => of.includes(one)) && when?.(properties) !== false ? actions : [],
  );
  const conditions = configured[type] ?? {};
  const tagged = tagProperties.some((name) => properties[name] !== undefined);
  return [
    ...new Set([
      ...published.filter((action) => {
        const when = Object.hasOwn(conditions, action) ? conditions[action] : undefined;
        return when === undefined ? tagged || !isTagging(action) : when(properties);
      }),
      ...added,
    ]),
  ].sort();
}
