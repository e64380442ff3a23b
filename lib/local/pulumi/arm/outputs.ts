import type { Identifiers } from '../identifier';
import type { PropertyMap, PropertyValue } from '../property-value';
import { isList, isMap, isSecret, merge, secret, unknownMarker, valueAt } from '../property-value';
import { armTypeOf } from './arm-id';
import type { OutputRow } from './output-rows';
import { outputRows, systemIdentityRows } from './output-rows';

/** Everything that the outputs of a resource depend on. */
export interface OutputContext {
  readonly type: string;
  readonly id: string;
  readonly inputs: PropertyMap;
  /** Input properties that only place the resource in its id. */
  readonly pathParameters: readonly string[];
  /** Top-level output properties of the type, as azure-native declares them. */
  readonly declared: ReadonlySet<string>;
  readonly location: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly identifiers: Identifiers;
  /** Outputs of an existing resource by its ARM id. */
  readonly outputsOf: (id: string) => PropertyMap | undefined;
}

/**
 * The outputs of a resource: its inputs, what ARM adds to every resource and what its service adds, merged map by map
 * because inputs and outputs share the names of the maps (`properties`, `identity`).
 */
export function synthesizeOutputs(context: OutputContext): PropertyMap {
  const name = context.id.split('/').at(-1) ?? '';
  const echoed = Object.fromEntries(
    Object.entries(context.inputs).filter(
      ([key]) => context.declared.has(key) && !context.pathParameters.includes(key),
    ),
  );
  const common: Record<string, PropertyValue> = { name, type: armTypeOf(context.id) };
  if (context.declared.has('location')) common['location'] = context.location;
  if (context.declared.has('provisioningState')) common['provisioningState'] = 'Succeeded';
  const fill = (template: string): string => fillText(template, name, context);
  const rows = [...systemIdentityRows, ...(outputRows[context.type] ?? [])];
  const outputs = rows.reduce<PropertyMap>(
    (all, row) => (applies(row, context.inputs) ? mergedMap(all, nested(row.path, filled(row.value, fill))) : all),
    { ...echoed, ...common },
  );
  return withUserIdentities(outputs, context);
}

function mergedMap(base: PropertyMap, over: PropertyMap): PropertyMap {
  const merged = merge(base, over);
  return isMap(merged) ? merged : base;
}

function applies(row: OutputRow, inputs: PropertyMap): boolean {
  if (row.when === undefined) return true;
  const value = valueAt(inputs, row.when.path);
  return typeof value === 'string' && value.includes(row.when.includes);
}

function nested(path: string, value: PropertyValue): PropertyMap {
  const [key = '', ...rest] = path.split('.');
  return { [key]: rest.length === 0 ? value : nested(rest.join('.'), value) };
}

function filled(value: PropertyValue, fill: (template: string) => string): PropertyValue {
  if (typeof value === 'string') return fill(value);
  if (isList(value)) return value.map((item) => filled(item, fill));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, fill)]));
}

/** Fills a template; one unknown part makes the whole text unknown. */
function fillText(template: string, name: string, context: OutputContext): string {
  const text = template.replaceAll(/\{([^}]+)\}/g, (_, alternatives: string) => {
    const values = alternatives.split('|').map((term) => resolveTerm(term, name, context));
    return values.find((item) => item !== undefined) ?? '';
  });
  return text.includes(unknownMarker) ? unknownMarker : text;
}

function resolveTerm(term: string, name: string, context: OutputContext): string | undefined {
  const [kind = '', purpose = '', length = '32'] = term.split(':');
  switch (kind) {
    case 'name':
      return name;
    case 'id':
      return context.id;
    case 'location':
      return context.location;
    case 'subscriptionId':
      return context.subscriptionId;
    case 'tenantId':
      return context.tenantId;
    case 'uuid':
      return context.identifiers.uuid(context.id, purpose);
    case 'hex':
      return context.identifiers.hex(Number(length), context.id, purpose);
    case 'nodeGroup':
      return `MC_${resolveTerm('resourceGroupName', name, context) ?? ''}_${name}_${context.location}`;
    default: {
      const value = valueAt(context.inputs, term);
      const plain = isSecret(value) ? value['value'] : value;
      return typeof plain === 'string' ? plain : undefined;
    }
  }
}

/** Inputs list the ids of user-assigned identities; outputs map each id to its principal and client. */
function withUserIdentities(outputs: PropertyMap, context: OutputContext): PropertyMap {
  const identity = outputs['identity'];
  const hidden = isSecret(identity);
  const plain = hidden ? identity['value'] : identity;
  const ids = isMap(plain) ? plain['userAssignedIdentities'] : undefined;
  if (!isMap(plain) || !isList(ids)) return outputs;
  const identities = ids
    .filter((id) => typeof id === 'string')
    .map((id) => {
      const known = context.outputsOf(id);
      return [
        id,
        { principalId: known?.['principalId'] ?? unknownMarker, clientId: known?.['clientId'] ?? unknownMarker },
      ] as const;
    });
  const changed: PropertyMap = { ...plain, userAssignedIdentities: Object.fromEntries(identities) };
  return { ...outputs, identity: hidden ? secret(changed) : changed };
}
