import { asList, asRecord, asText } from '../json';
import type { VerdictKind } from '../provider-verdict';

/** What a plan does to one instance, by its address after the change. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly provider: string;
  readonly kind: VerdictKind;
  /** Dotted paths of the attributes that force a replacement. */
  readonly causes: readonly string[];
  /** @default - the address is the same */
  readonly from?: string;
  /** Marks of what is unknown before the change is made. */
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

/**
 * The changes of a plan.
 *
 * Source: developer.hashicorp.com/terraform/internals/json-format, plan and change representation (actions, replace_paths,
 * previous_address, importing), read 2026-12-01.
 */
export function plannedChanges(plan: unknown): readonly PlannedChange[] {
  return asList(asRecord(plan)['resource_changes']).flatMap((raw): PlannedChange[] => {
    const entry = asRecord(raw);
    const change = asRecord(entry['change']);
    const address = asText(entry['address']);
    const type = asText(entry['type']);
    // Of a replacement an older object may be left to delete, under the same address.
    if (entry['mode'] === 'data' || entry['deposed'] !== undefined) return [];
    if (address === undefined || type === undefined) return [];
    const from = asText(entry['previous_address']);
    return [
      {
        address,
        type,
        provider: asText(entry['provider_name']) ?? '',
        kind: kindOf(asList(change['actions']), change['importing'] !== undefined, from !== undefined),
        causes: asList(change['replace_paths']).map((path) => asList(path).map(String).join('.')),
        unknown: change['after_unknown'],
        sensitive: change['after_sensitive'],
        ...(from === undefined ? {} : { from }),
      },
    ];
  });
}

function kindOf(actions: readonly unknown[], importing: boolean, moved: boolean): VerdictKind {
  if (actions.length === 2) return actions.includes('forget') ? 'create' : 'replace';
  if (importing) return 'import';
  switch (actions[0]) {
    case 'create':
      return 'create';
    case 'update':
      return 'update';
    case 'delete':
      return 'destroy';
    case 'forget':
      return 'forget';
    default:
      return moved ? 'rename' : 'none';
  }
}
