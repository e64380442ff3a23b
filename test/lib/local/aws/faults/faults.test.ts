import { ServiceError } from '../../../../../lib/local/aws/errors';
import { meetRequestFaults, meetStepFaults } from '../../../../../lib/local/aws/faults/effects';
import type { Fault } from '../../../../../lib/local/aws/faults/fault';
import { Faults } from '../../../../../lib/local/aws/faults/faults';
import { readFault } from '../../../../../lib/local/aws/faults/read-fault';

const endpoint = {
  stack: 'dev-deployment',
  logicalId: 'Chat',
  type: 'AWS::SageMaker::Endpoint',
  action: 'create',
  rollback: false,
} as const;

function faultsWith(...given: readonly Fault[]): Faults {
  const faults = new Faults();
  for (const fault of given) faults.add(fault);
  return faults;
}

test('a fault happens as often as it says, and then no more', () => {
  const faults = faultsWith({ kind: 'throttle', service: 's3', times: 2 });
  const met = () => faults.ofRequest({ service: 's3', action: 'GetObject' }).length;
  expect([met(), met(), met()]).toEqual([1, 1, 0]);
  expect(faults.list()).toEqual([{ id: 'fault-1', fault: { kind: 'throttle', service: 's3', times: 2 }, happened: 2 }]);
});

test.each<[Fault, boolean]>([
  [{ kind: 'fail' }, true],
  [{ kind: 'fail', type: endpoint.type, stack: endpoint.stack, logicalId: 'Chat', step: 'create' }, true],
  [{ kind: 'fail', logicalId: 'Other' }, false],
  [{ kind: 'fail', step: 'delete' }, false],
  [{ kind: 'fail', stack: 'other' }, false],
  [{ kind: 'capacity' }, true],
  [{ kind: 'throttle' }, false],
])('%o meets the creation of an endpoint: %s', (fault, meets) => {
  expect(faultsWith(fault).ofStep(endpoint)).toEqual(meets ? [fault] : []);
});

test('capacity concerns what needs instances, and a rollback fails for no fault', () => {
  expect(faultsWith({ kind: 'capacity' }).ofStep({ ...endpoint, type: 'AWS::S3::Bucket' })).toEqual([]);
  expect(faultsWith({ kind: 'capacity' }).ofStep({ ...endpoint, action: 'delete' })).toEqual([]);
  expect(faultsWith({ kind: 'fail' }).ofStep({ ...endpoint, rollback: true })).toEqual([]);
  expect(faultsWith({ kind: 'delay', milliseconds: 1 }).ofStep({ ...endpoint, rollback: true })).toHaveLength(1);
});

test('one fault is cleared by its id, all of them without one', () => {
  const faults = faultsWith({ kind: 'fail' }, { kind: 'crash' }, { kind: 'capacity' });
  expect(faults.clear('fault-2')).toBe(1);
  expect(faults.clear('fault-2')).toBe(0);
  expect(faults.list().map(({ id }) => id)).toEqual(['fault-1', 'fault-3']);
  expect(faults.clear()).toBe(2);
  // An id is not used twice.
  expect(faults.add({ kind: 'fail' })).toBe('fault-4');
});

test.each([
  ['query', 'throttle', 'Throttling', 400],
  ['json', 'throttle', 'ThrottlingException', 400],
  ['s3', 'throttle', 'SlowDown', 503],
  ['query', 'error', 'InternalFailure', 500],
  ['s3', 'error', 'InternalError', 500],
] as const)('in the words of %s a %s is %s with status %i', async (dialect, kind, code, status) => {
  const faults = faultsWith(kind === 'error' ? { kind, status: 500 } : { kind });
  const refused = meetRequestFaults(faults.ofRequest({ service: 'x', action: 'y' }), dialect);
  await expect(refused).rejects.toMatchObject({ code, status });
  await expect(refused).rejects.toBeInstanceOf(ServiceError);
});

test('a step fails with the reason of its fault, and a crash ends the process first', async () => {
  const crash = jest.fn();
  const reasonOf = (fault: Fault) => meetStepFaults([fault], endpoint, crash);
  expect(await reasonOf({ kind: 'fail', reason: 'no' })).toBe('no');
  expect(await reasonOf({ kind: 'fail' })).toContain('AWS::SageMaker::Endpoint');
  expect(await reasonOf({ kind: 'capacity' })).toContain('InsufficientInstanceCapacity');
  expect(crash).not.toHaveBeenCalled();
  expect(await reasonOf({ kind: 'crash' })).toBeUndefined();
  expect(crash).toHaveBeenCalledTimes(1);
});

test.each<[object, readonly string[]]>([
  [{ kind: 'throtle' }, ['kind: use throttle']],
  [{}, ['kind: use fail']],
  [{ kind: 'constructor' }, ['kind: use fail']],
  [{ kind: 'error', status: 404 }, ['status: use 500']],
  [{ kind: 'slow' }, ['milliseconds: use 1000']],
  [{ kind: 'slow', milliseconds: 0.5, times: 0 }, ['times: use 1000', 'milliseconds: use 1000']],
  [
    { kind: 'fail', service: 's3', step: 'make' },
    ['service: remove service, or use a kind that has it', 'step: use create'],
  ],
  [{ kind: 'fail', type: 3 }, ['type: write a name']],
  [{ kind: 'fail', type: 'AWS::S3::Buckt' }, ['type: use AWS::S3::Bucket']],
  [{ kind: 'slow', milliseconds: 1, service: 'cloudfrmation' }, ['service: use cloudformation']],
])('the description %o is refused with everything that is wrong', (description, problems) => {
  const read = readFault(description as Parameters<typeof readFault>[0]);
  expect('problems' in read ? read.problems.map(({ path, fix }) => `${path}: ${fix}`) : read).toEqual(problems);
});

test.each([
  { kind: 'error', status: 503, service: 'cloudformation', times: 3 },
  { kind: 'fail', type: 'AWS::SageMaker::Endpoint' },
  { kind: 'fail', type: 'Custom::Mine' },
  { kind: 'fail', type: 'AWS::CloudFormation::CustomResource' },
])('the right description %o is a fault', (fault) => {
  expect(readFault(fault)).toEqual({ fault });
});
