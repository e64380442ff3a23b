import { ServiceError } from '../errors';

/**
 * What each action understands of a request: members by their path, such as `DeploymentConfig.Mode`, with everything
 * below them. `Name=value` is a member of which only this value is understood, mostly the default of the service.
 */
export type Understood = Readonly<Record<string, readonly string[]>>;

/** A member of a request: its path without indices, and its value. */
export type Member = readonly [path: string, value: string];

/**
 * Refuses what an action does not understand: to ignore a time-out, a filter or a dry run would do something else than
 * the service. A member without a value is an empty list, which says nothing.
 * @param understood undefined where the action itself reads every member
 * @throws ServiceError (NotImplemented) with the name of the member
 */
export function assertUnderstood(
  operation: string,
  members: readonly Member[],
  understood: readonly string[] | undefined,
): void {
  if (understood === undefined) return;
  const unknown = members.find(
    ([path, value]) =>
      value !== '' &&
      !understood.some((known) => path === known || path.startsWith(`${known}.`) || `${path}=${value}` === known),
  );
  if (unknown === undefined) return;
  const [path, value] = unknown;
  const only = understood.filter((known) => known.startsWith(`${path}=`)).map((known) => known.split('=')[1]);
  const but = only.length === 0 ? '' : ` ${value.slice(0, 100)}, only ${only.join(' or ')}`;
  throw new ServiceError('NotImplemented', `The local cloud does not implement ${operation} with ${path}${but}`, 501);
}
