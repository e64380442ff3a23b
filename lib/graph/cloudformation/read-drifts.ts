import type { DocumentPlace } from '../document';
import { asList, asRecord, asText, propertyValue } from '../json';
import type { LiveChange, LiveProperty, LiveState } from '../live-change';
import type { PropertyValue } from '../resource-graph';

/** Types of a sentence that are named; the others are counted. */
const mostTypes = 5;

/**
 * Reads what `aws cloudformation describe-stack-resource-drifts` writes: what is live of a stack beside what its template made.
 * A resource whose drift CloudFormation cannot say is in `unverified`.
 *
 * @param declared types of the resources of the stack by logical id: those that the document lacks were not compared.
 * @default - the document has every resource
 *
 * Source: types of @aws-sdk/client-cloudformation (StackResourceDrift, PropertyDifference, StackResourceDriftStatus), read
 * 2026-12-01.
 */
export function readDrifts(
  drifts: unknown,
  { environment, stack }: DocumentPlace,
  declared: ReadonlyMap<string, string> = new Map(),
): LiveState {
  const changes: LiveChange[] = [];
  const unchecked = new Map<string, number>();
  const missing = new Map(declared);
  for (const raw of asList(asRecord(drifts)['StackResourceDrifts'])) {
    const drift = asRecord(raw);
    const logicalId = asText(drift['LogicalResourceId']);
    const type = asText(drift['ResourceType']) ?? 'a resource without type';
    const status = asText(drift['StackResourceDriftStatus']);
    // The CDK's own record of the versions it ran with is nothing that anybody could change.
    missing.delete(logicalId ?? '');
    if (logicalId === undefined || type === 'AWS::CDK::Metadata' || status === 'IN_SYNC') continue;
    const place = { environment, cloud: 'aws', address: `${stack}/${logicalId}` } as const;
    if (status === 'DELETED') changes.push({ ...place, kind: 'deleted', properties: [] });
    else if (status === 'MODIFIED') changes.push({ ...place, kind: 'modified', properties: propertiesOf(drift) });
    else unchecked.set(type, (unchecked.get(type) ?? 0) + 1);
  }
  for (const type of missing.values())
    if (type !== 'AWS::CDK::Metadata') unchecked.set(type, (unchecked.get(type) ?? 0) + 1);
  return { changes, unverified: unchecked.size === 0 ? [] : [uncheckedWords(stack, unchecked)] };
}

/** Name of the stack that the document is about; undefined where it has no resource. */
export function driftedStack(drifts: unknown): string | undefined {
  const [first] = asList(asRecord(drifts)['StackResourceDrifts']);
  return asText(asRecord(first)['StackId'])?.split('/')[1];
}

function propertiesOf(drift: Readonly<Record<string, unknown>>): readonly LiveProperty[] {
  const [expected, actual] = [parsed(drift['ExpectedProperties']), parsed(drift['ActualProperties'])];
  return asList(drift['PropertyDifferences']).flatMap((raw) => {
    const difference = asRecord(raw);
    const pointer = asText(difference['PropertyPath']);
    if (pointer === undefined) return [];
    const steps = pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const released = valueAt(expected, steps) ?? textValue(difference['ExpectedValue']);
    const live = valueAt(actual, steps) ?? textValue(difference['ActualValue']);
    return [
      {
        path: steps.join('.'),
        ...(released === undefined ? {} : { released }),
        ...(live === undefined ? {} : { live }),
      },
    ];
  });
}

/** The properties of one side, which are JSON in a text. */
function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valueAt(value: unknown, steps: readonly string[]): PropertyValue | undefined {
  let at = value;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Array.isArray(at) ? (at as readonly unknown[])[Number(step)] : asRecord(at)[step];
  }
  return at === undefined ? undefined : propertyValue(at);
}

/** A value that is not there is written as the text `null`. */
function textValue(value: unknown): string | undefined {
  return value === 'null' || value === '' ? undefined : asText(value);
}

function uncheckedWords(stack: string, unchecked: ReadonlyMap<string, number>): string {
  const count = [...unchecked.values()].reduce((sum, one) => sum + one, 0);
  const types = [...unchecked.keys()].toSorted();
  const more = types.length > mostTypes ? ` and ${types.length - mostTypes} more types` : '';
  const resources = count === 1 ? '1 resource' : `${count} resources`;
  return `${stack}: CloudFormation did not compare ${resources} with what is live: ${types.slice(0, mostTypes).join(', ')}${more}`;
}
