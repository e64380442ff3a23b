import { wayBackAfterDeletion } from '../arm';
import type { ArmCheck } from './check';
import { globalName } from './global-names';

/** A deleted resource keeps its name until it is purged: the service refuses another one of that name. */
export const softDeleted: ArmCheck = (context) => {
  const { armId, inputs, type } = context;
  if (armId === undefined || (context.op !== 'create' && context.op !== 'replace')) return [];
  const kept = context.softDeleted(armId, globalName(type, context.template, inputs));
  const fix = kept === undefined ? undefined : wayBackAfterDeletion(type, inputs);
  if (kept === undefined || fix === undefined) return [];
  return [
    {
      code: 'SoftDeletedName',
      urn: context.urn,
      message: `cannot create ${armId}: a resource of that name is deleted and not purged`,
      got: kept.id,
      expected: 'a name that no deleted resource keeps',
      fix,
    },
  ];
};
