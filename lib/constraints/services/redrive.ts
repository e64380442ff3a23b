import type { Breach, Constraint } from '../constraint';
import { at, objectAt, textAt } from '../value';

const words = 'Value for parameter RedrivePolicy is invalid. Reason:';

/** A redrive policy names a queue of the same kind and a count. */
export const redrive: Constraint = {
  id: 'queue-redrive',
  types: ['AWS::SQS::Queue'],
  source: {
    url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }, { named }) => {
    const policy = objectAt(properties, 'RedrivePolicy');
    if (policy === undefined || Object.keys(policy).length === 0) return [];
    const found: Breach[] = ['deadLetterTargetArn', 'maxReceiveCount']
      .filter((name) => !Object.hasOwn(policy, name))
      .map((name) => ({
        pointer: '#/RedrivePolicy',
        problem: `${words} Redrive policy does not contain mandatory attribute: ${name}.`,
        fix: `Add ${name}.`,
      }));
    const target = named(['AWS::SQS::Queue'], policy['deadLetterTargetArn']);
    const fifo = at(properties, 'FifoQueue');
    const text = textAt(policy, 'deadLetterTargetArn');
    if (typeof fifo === 'object' || (typeof target === 'string' && text === undefined)) return found;
    const own = fifo === true || fifo === 'true';
    const other =
      typeof target === 'string' ? text?.endsWith('.fifo') === true : isFifo(at(target.properties, 'FifoQueue'));
    if (other === undefined || own === other) return found;
    found.push({
      pointer: '#/RedrivePolicy/deadLetterTargetArn',
      problem: `${words} Dead-letter queue must be same type of queue as the source. The queue is ${own ? 'FIFO' : 'standard'}, its dead-letter queue is not`,
      fix: `Name a ${own ? 'FIFO' : 'standard'} queue.`,
    });
    return found;
  },
};

function isFifo(value: unknown): boolean | undefined {
  return typeof value === 'object' ? undefined : value === true || value === 'true';
}
