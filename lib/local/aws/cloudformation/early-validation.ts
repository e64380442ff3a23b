import { validateProperties } from '../../../constraints/schema/validate';
import type { Cloud } from '../state/cloud';
import type { EarlyFinding } from './early-finding';
import type { Plan, PlannedResource } from './planned';

/** The validation of the services that each finding belongs to, as the status of the change set names it. */
const validations: Readonly<Record<EarlyFinding['validation'], string>> = {
  NAME_CONFLICT_VALIDATION: 'AWS::EarlyValidation::ResourceExistenceCheck',
  PROPERTY_VALIDATION: 'AWS::EarlyValidation::PropertyValidation',
};

/**
 * What CloudFormation finds in a change set before it provisions anything: names that exist, and properties that the schema of
 * the type refuses. Names of the findings and words: aws/aws-cdk-cli#1000 (2025-12-17) and #1463 (2026-04-30),
 * aws-cloudformation/rain#744 (2025-12-18), read 2026-12-01; the words of the other rules of a schema are ours.
 */
export function earlyFindings({ resources }: Plan, cloud: Cloud): readonly EarlyFinding[] {
  return resources.flatMap((planned) =>
    planned.imported === undefined ? [...nameConflict(planned, cloud), ...wrongProperties(planned)] : [],
  );
}

function nameConflict({ declaration, identity, previous }: PlannedResource, cloud: Cloud): readonly EarlyFinding[] {
  const { logicalId, type } = declaration;
  const { uniqueKey, givenName, physicalId } = identity;
  if (previous !== undefined || uniqueKey === undefined || cloud.registry.holder(uniqueKey) === undefined) return [];
  return [
    {
      logicalId,
      type,
      validation: 'NAME_CONFLICT_VALIDATION',
      path: `/Resources/${logicalId}`,
      reason: `Resource of type '${type}' with identifier '${givenName ?? physicalId}' already exists.`,
    },
  ];
}

function wrongProperties({ declaration, effective }: PlannedResource): readonly EarlyFinding[] {
  const { logicalId, type } = declaration;
  return validateProperties(type, effective).map(({ pointer, rule }) => ({
    logicalId,
    type,
    validation: 'PROPERTY_VALIDATION',
    path: `/Resources/${logicalId}/Properties${pointer.replace(/^#\/?/, '/').replace(/\/$/, '')}`,
    reason: rule.replace(/^required key \[(.+)\] not found$/, 'Required property [$1] not found'),
  }));
}

/** The reason of a change set that failed early. */
export function earlyStatusReason(findings: readonly EarlyFinding[]): string {
  const failed = [...new Set(findings.map(({ validation }) => validations[validation]))].join(', ');
  return `The following hook(s)/validation failed: [${failed}]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.`;
}
