import type { Json, JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import type { ChangeDrift, ChangeSet, PlannedChange } from '../../cloudformation/change-set';
import type { ChangeDetail } from '../../cloudformation/diff';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';

/** Whether a request asks for a drift-aware change set. @throws ServiceError (ValidationError) for another mode */
export function revertsDrift(parameters: QueryParameters): boolean {
  const mode = parameters.get('DeploymentMode') ?? '';
  if (mode === '' || mode === 'REVERT_DRIFT') return mode !== '';
  throw validationError(
    `1 validation error detected: Value '${mode}' at 'deploymentMode' failed to satisfy constraint: Member must satisfy enum value set: [REVERT_DRIFT]`,
  );
}

/** What DescribeChangeSet says of a drift-aware change set as a whole. */
export function driftMode({ request, changes }: ChangeSet): Readonly<Record<string, Xml>> {
  if (request.revertDrift !== true) return {};
  const drifted = changes.some(({ drift }) => drift?.status === 'MODIFIED' || drift?.status === 'DELETED');
  return { DeploymentMode: 'REVERT_DRIFT', StackDriftStatus: drifted ? 'DRIFTED' : 'IN_SYNC' };
}

/**
 * One change as DescribeChangeSet shows it.
 * @param detectedAt when drift was looked for
 */
export function changeView(change: PlannedChange, withValues: boolean, detectedAt: Date): Xml {
  const { drift } = change;
  const context = (properties: JsonObject | undefined): string | undefined =>
    withValues && properties !== undefined ? JSON.stringify({ Properties: properties }) : undefined;
  return {
    Type: 'Resource',
    ResourceChange: {
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      PolicyAction: change.policyAction,
      Replacement: change.replacement,
      Scope: [...new Set(change.details.map(({ attribute }) => attribute))],
      ResourceDriftStatus: drift && (drift.status === 'NOT_CHECKED' ? 'UNSUPPORTED' : drift.status),
      ChangeSetId: change.changeSetId,
      Details: change.details.map((entry) => detail(entry, withValues, { ...change, detectedAt })),
      BeforeContext: context(change.before),
      AfterContext: context(change.after),
      PreviousDeploymentContext: context(drift?.deployed),
    },
  };
}

/** The change that a detail is of. */
type Owner = Pick<PlannedChange, 'action' | 'drift'> & { readonly detectedAt: Date };

function detail(entry: ChangeDetail, withValues: boolean, owner: Owner): Xml {
  const text = textIf(withValues);
  const { action, drift } = owner;
  const type = entry.before === undefined ? 'Add' : entry.after === undefined ? 'Remove' : 'Modify';
  return {
    Target: {
      Attribute: entry.attribute,
      Name: entry.name,
      Path: entry.name === undefined ? undefined : `/Properties/${entry.name}`,
      RequiresRecreation: entry.requiresRecreation,
      BeforeValue: text(entry.before),
      AfterValue: text(entry.after),
      ...(drift === undefined ? {} : driftOfDetail(entry, drift, owner.detectedAt, withValues)),
      AttributeChangeType: action === 'SyncWithActual' ? 'SyncWithActual' : type,
    },
    Evaluation: entry.evaluation,
    ChangeSource: entry.evaluation === 'Dynamic' ? 'ResourceReference' : 'DirectModification',
  };
}

function driftOfDetail(
  { name, before }: ChangeDetail,
  { names, deployed }: ChangeDrift,
  detectedAt: Date,
  withValues: boolean,
): Readonly<Record<string, Xml>> {
  const drifted = name !== undefined && names.includes(name);
  const text = textIf(withValues);
  return {
    BeforeValueFrom: drifted ? 'ACTUAL_STATE' : 'PREVIOUS_DEPLOYMENT_STATE',
    AfterValueFrom: 'TEMPLATE',
    Drift: drifted
      ? { PreviousValue: text(deployed[name]), ActualValue: text(before), DriftDetectionTimestamp: detectedAt }
      : undefined,
  };
}

function textIf(withValues: boolean): (value: Json | undefined) => string | undefined {
  return (value) => (!withValues || value === undefined ? undefined : (scalarText(value) ?? JSON.stringify(value)));
}
