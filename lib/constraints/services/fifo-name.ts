import type { Breach, Constraint } from '../constraint';
import { at, textAt } from '../value';

/** The property with the name, the fewest words for the service, and where AWS says it. */
const names: Readonly<Record<string, readonly [property: string, noun: string]>> = {
  'AWS::SQS::Queue': ['QueueName', 'queue'],
  'AWS::SNS::Topic': ['TopicName', 'topic'],
};

/** Properties that only a FIFO queue or topic has. */
const fifoOnly: Readonly<Record<string, readonly string[]>> = {
  'AWS::SQS::Queue': ['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'],
  'AWS::SNS::Topic': ['ContentBasedDeduplication', 'FifoThroughputScope', 'ArchivePolicy'],
};

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** A FIFO queue or topic has a name that ends with `.fifo`, and no other has. */
export const fifoName: Constraint = {
  id: 'fifo-name',
  types: Object.keys(names),
  source: {
    url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
    asOf: '2026-11-30',
  },
  check: ({ type, properties }) => {
    const [property, noun] = names[type] ?? ['', ''];
    const flag = at(properties, property === 'QueueName' ? 'FifoQueue' : 'FifoTopic');
    const flagName = property === 'QueueName' ? 'FifoQueue' : 'FifoTopic';
    const known = flag === undefined ? !Object.hasOwn(properties, flagName) : typeof flag !== 'object';
    const name = textAt(properties, property);
    const found: Breach[] = [];
    if (known && name !== undefined && name.endsWith('.fifo') !== isTrue(flag)) {
      found.push({
        pointer: `#/${property}`,
        problem: isTrue(flag)
          ? `The name of a FIFO ${noun} can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix. The name is '${name}'`
          : `A name with the suffix .fifo is for a FIFO ${noun}. The name is '${name}', and ${flagName} is not true`,
        fix: isTrue(flag)
          ? `Write '${name}.fifo'.`
          : `Set ${flagName} to true, or write '${name.replace(/\.fifo$/, '')}'.`,
      });
    }
    if (known && !isTrue(flag)) {
      for (const only of fifoOnly[type] ?? []) {
        const value = at(properties, only);
        if (value === undefined || value === false || value === 'false') continue;
        found.push({
          pointer: `#/${only}`,
          problem: `${only} is for FIFO ${noun}s, and ${flagName} is not true`,
          fix: `Set ${flagName} to true, or remove ${only}.`,
        });
      }
    }
    return found;
  },
};
