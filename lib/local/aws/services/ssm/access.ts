import type { JsonObject } from '../../../../constraints/json';
import { isList, scalarText } from '../../../../constraints/json';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';

/** Actions on no single parameter. Source: Service Authorization Reference, AWS Systems Manager (read 2026-11-30). */
const onEverything: ReadonlySet<string> = new Set(['DescribeParameters']);

/** What a caller of Parameter Store must be allowed to do: the action, on each parameter that it names. */
export function ssmAccess(
  action: string,
  input: JsonObject,
  { account, region }: CallContext,
): readonly AccessRequest[] {
  const arn = (name: string): string =>
    name.startsWith('arn:')
      ? name.split(':').slice(0, 6).join(':')
      : `arn:aws:ssm:${region}:${account}:parameter/${(name.split(':')[0] ?? '').replace(/^\//, '')}`;
  const names = isList(input['Names'])
    ? input['Names']
    : [input['Name'] ?? input['Path'] ?? input['ResourceId'] ?? null];
  const resources = names.flatMap((name) => scalarText(name) ?? []).map(arn);
  const request = { action: `ssm:${action}`, context: { 'ssm:Overwrite': scalarText(input['Overwrite']) } };
  return onEverything.has(action) || resources.length === 0
    ? [{ ...request, resource: '*' }]
    : resources.map((resource) => ({ ...request, resource }));
}
