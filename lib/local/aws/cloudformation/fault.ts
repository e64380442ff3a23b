import { meetStepFaults } from '../faults/effects';
import { ResourceFailure } from '../providers/provider';
import type { Recorder } from './recorder';
import type { Work } from './work';
import { settled } from './work';

/** Asks for a fault on demand before a step of a resource. @throws ResourceFailure when one is planted */
export function* assertNoFault(
  { stack, cloud }: Recorder,
  step: {
    readonly logicalId: string;
    readonly type: string;
    readonly action: 'create' | 'update' | 'delete';
    readonly last?: boolean;
  },
): Work {
  const { account, region, name, running } = stack;
  const rollback = running?.phase === 'rollBack' || running?.phase === 'rollBackCleanUp';
  const planted = yield* settled(cloud.fault({ account, region, stack: name, last: false, rollback, ...step }));
  const faulty = { stack: name, rollback, ...step };
  const faults = planted === undefined ? cloud.faults.ofStep(faulty) : [];
  const reason = faults.length === 0 ? planted : yield* settled(meetStepFaults(faults, faulty, cloud.crash));
  if (reason !== undefined) throw new ResourceFailure(reason);
}
