import type { StackFacts } from '../../../lib/deploy';
import { stackRemovalState, stackState } from '../../../lib/deploy';

const facts = (status: string, more: Partial<StackFacts> = {}): StackFacts => ({
  name: 's',
  status,
  changedAt: '2026-11-30T00:00:00Z',
  terminationProtection: false,
  ...more,
});
const wanted = { sameTemplate: true, terminationProtection: false };

test.each<[string, StackFacts | undefined, Partial<typeof wanted>, string]>([
  ['no stack', undefined, {}, 'absent'],
  ['a change set that was never executed', facts('REVIEW_IN_PROGRESS'), {}, 'absent'],
  ['a deleted stack', facts('DELETE_COMPLETE'), {}, 'absent'],
  ['a first creation that was rolled back', facts('ROLLBACK_COMPLETE'), {}, 'absent'],
  ['one whose rollback failed', facts('ROLLBACK_FAILED'), {}, 'absent'],
  ['a creation that runs', facts('CREATE_IN_PROGRESS'), {}, 'busy'],
  ['a rollback that runs', facts('UPDATE_ROLLBACK_IN_PROGRESS'), {}, 'busy'],
  ['created as planned', facts('CREATE_COMPLETE'), {}, 'done'],
  ['updated as planned', facts('UPDATE_COMPLETE'), {}, 'done'],
  ['imported as planned', facts('IMPORT_COMPLETE'), {}, 'done'],
  ['another template', facts('UPDATE_COMPLETE'), { sameTemplate: false }, 'differs'],
  ['another protection', facts('UPDATE_COMPLETE'), { terminationProtection: true }, 'differs'],
  ['an update that was rolled back', facts('UPDATE_ROLLBACK_COMPLETE'), {}, 'differs'],
  ['a creation that failed and was kept', facts('CREATE_FAILED'), {}, 'differs'],
])('%s', (_, stack, change, kind) => {
  expect(stackState(stack, { ...wanted, ...change }, 'dev').kind).toBe(kind);
});

test.each([
  [
    'a protected one that was rolled back: the CLI cannot delete it',
    facts('ROLLBACK_COMPLETE', { terminationProtection: true }),
    'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name s',
  ],
  ['a deletion that failed', facts('DELETE_FAILED'), 'llmops destroy --env dev'],
  [
    'a rollback of an update that failed',
    facts('UPDATE_ROLLBACK_FAILED'),
    'aws cloudformation continue-update-rollback --stack-name s',
  ],
])('only a person can go on: %s', (_, stack, fix) => {
  expect(stackState(stack, wanted, 'dev')).toMatchObject({ kind: 'stuck', fix });
});

test.each<[string, StackFacts | undefined, string]>([
  ['no stack', undefined, 'absent'],
  ['a deleted stack', facts('DELETE_COMPLETE'), 'absent'],
  ['a change set that was never executed', facts('REVIEW_IN_PROGRESS'), 'there'],
  ['a stack', facts('CREATE_COMPLETE'), 'there'],
  ['one whose deletion failed', facts('DELETE_FAILED'), 'there'],
  ['one that is being deleted', facts('DELETE_IN_PROGRESS'), 'busy'],
  ['a protected one', facts('CREATE_COMPLETE', { terminationProtection: true }), 'held'],
])('to be deleted: %s', (_, stack, kind) => {
  expect(stackRemovalState(stack).kind).toBe(kind);
});
