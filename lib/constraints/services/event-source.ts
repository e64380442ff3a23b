import type { Breach, Constraint, DeclaredResource, Surroundings } from '../constraint';
import { at, isUnresolved, numberAt, textAt } from '../value';

/** Seconds. Source: the registry's schema of AWS::SQS::Queue, and CreateFunction in the API model of Lambda, botocore 1.44.8. */
const defaults = { visibility: 30, timeout: 3 } as const;
/** The largest batch of a FIFO queue, and of a standard queue without a window. */
const smallBatch = 10;

/** A number of seconds, with its default where the property is absent; undefined where it is not known. */
function seconds(properties: DeclaredResource['properties'], name: string, otherwise: number): number | undefined {
  return at(properties, name) === undefined ? otherwise : numberAt(properties, name);
}

function ofQueue({ properties }: DeclaredResource, { named }: Surroundings): readonly Breach[] {
  const source = at(properties, 'EventSourceArn');
  const queue = named(['AWS::SQS::Queue'], source);
  const text = textAt(properties, 'EventSourceArn');
  if (typeof queue === 'string' && text?.split(':')[2] !== 'sqs') return [];
  const found: Breach[] = [];
  const batch = numberAt(properties, 'BatchSize');
  const window = at(properties, 'MaximumBatchingWindowInSeconds');
  const fifo = typeof queue === 'string' ? text?.endsWith('.fifo') : at(queue.properties, 'FifoQueue');
  if (batch !== undefined && batch > smallBatch && (fifo === true || fifo === 'true')) {
    found.push({
      pointer: '#/BatchSize',
      problem: `Batch size of FIFO queues must be at most ${smallBatch}. BatchSize is ${batch}`,
      fix: `Write ${smallBatch} or less.`,
    });
  } else if (batch !== undefined && batch > smallBatch && (window === undefined || window === 0 || window === '0')) {
    found.push({
      pointer: '#/MaximumBatchingWindowInSeconds',
      problem: `Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than ${smallBatch}. BatchSize is ${batch}`,
      fix: 'Add MaximumBatchingWindowInSeconds of 1 or more.',
    });
  }
  const target = named(['AWS::Lambda::Function'], at(properties, 'FunctionName'));
  if (typeof queue === 'string' || typeof target === 'string') return found;
  const visible = seconds(queue.properties, 'VisibilityTimeout', defaults.visibility);
  const timeout = seconds(target.properties, 'Timeout', defaults.timeout);
  if (visible !== undefined && timeout !== undefined && visible < timeout) {
    found.push({
      pointer: '#/EventSourceArn',
      problem: `Queue visibility timeout: ${visible} seconds is less than Function timeout: ${timeout} seconds`,
      fix: `Set VisibilityTimeout of the queue to ${timeout} or more.`,
    });
  }
  return found;
}

function ofStream({ properties }: DeclaredResource): readonly Breach[] {
  const source = at(properties, 'EventSourceArn');
  const service = isUnresolved(source) ? undefined : textAt(properties, 'EventSourceArn')?.split(':')[2];
  if (service !== 'kinesis' && service !== 'dynamodb') return [];
  return Object.hasOwn(properties, 'StartingPosition')
    ? []
    : [
        {
          pointer: '#',
          problem: `StartingPosition is required for event sources of ${service}. The mapping has none`,
          fix: 'Add StartingPosition: LATEST or TRIM_HORIZON.',
        },
      ];
}

/** A function gets from a queue or stream what both can bear. */
export const eventSource: Constraint = {
  id: 'event-source',
  types: ['AWS::Lambda::EventSourceMapping'],
  source: {
    url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
    asOf: '2026-11-30',
  },
  check: (resource, surroundings) => [...ofQueue(resource, surroundings), ...ofStream(resource)],
};
