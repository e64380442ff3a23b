import type { DocumentPlace } from '../document';
import { asList, asRecord, asText } from '../json';
import type { ProviderVerdict, VerdictKind } from '../provider-verdict';

/**
 * Reads what `aws cloudformation describe-change-set` writes. Addresses are `<stack>/<logical id>`, where the stack is that of
 * the place: the name in the account has a prefix that a template does not have.
 *
 * Source: AWS CloudFormation API reference, DescribeChangeSet, ResourceChange, ResourceChangeDetail and
 * ResourceTargetDefinition, read 2026-12-01.
 */
export function readChangeSet(changeSet: unknown, place: DocumentPlace): readonly ProviderVerdict[] {
  return asList(asRecord(changeSet)['Changes']).flatMap((raw): ProviderVerdict[] => {
    const change = asRecord(asRecord(raw)['ResourceChange']);
    const logicalId = asText(change['LogicalResourceId']);
    const type = asText(change['ResourceType']);
    if (logicalId === undefined || type === undefined) return [];
    const kind = kindOf(change);
    return [
      {
        environment: place.environment,
        cloud: 'aws',
        address: `${place.stack}/${logicalId}`,
        type,
        kind,
        causes: causesOf(change, kind),
        ...(change['Replacement'] === 'Conditional' ? { certain: false } : {}),
      },
    ];
  });
}

/** What the action does. `PolicyAction` says what becomes of the resource itself. */
function kindOf({
  Action: action,
  Replacement: replacement,
  PolicyAction: policy,
}: Readonly<Record<string, unknown>>): VerdictKind {
  switch (action) {
    case 'Add':
      return 'create';
    case 'Import':
      return 'import';
    case 'Remove':
      return policy === 'Retain' ? 'forget' : 'destroy';
    case 'Modify':
    case 'SyncWithActual':
      // `Conditional` depends on values that are not known: it is a replacement that is not certain.
      return replacement === 'True' || replacement === 'Conditional' ? 'replace' : 'update';
    default:
      // `Dynamic`: the action is not known. Nested stacks whose own change set is another document.
      return 'none';
  }
}

/** Properties of the details: of a replacement those that may recreate the resource. */
function causesOf(change: Readonly<Record<string, unknown>>, kind: VerdictKind): readonly string[] {
  const targets = asList(change['Details']).map((detail) => asRecord(asRecord(detail)['Target']));
  const causes = targets.flatMap((target) => {
    const requires = asText(target['RequiresRecreation']);
    if (kind === 'replace' && (requires === undefined || requires === 'Never')) return [];
    const path = asText(target['Path'])
      ?.replace(/^\/Properties\//, '')
      .replaceAll('/', '.');
    return path ?? asText(target['Name']) ?? asText(target['Attribute']) ?? [];
  });
  return kind === 'replace' || kind === 'update' ? [...new Set(causes)].toSorted() : [];
}
