import type { PlantedFault } from '../planted';
import { testPlanted } from '../planted';
import type { Written } from './resources';
import { resource, templateOf } from './resources';

const bucket = (name: string): ReturnType<typeof templateOf> =>
  templateOf({ B: resource('S3::Bucket', { BucketName: name }) });
const queue = (properties: Written): ReturnType<typeof templateOf> =>
  templateOf({ Q: resource('SQS::Queue', properties) });
const topic = (properties: Written): ReturnType<typeof templateOf> =>
  templateOf({ T: resource('SNS::Topic', properties) });
const tagged = (tags: unknown): ReturnType<typeof templateOf> =>
  templateOf({ B: resource('S3::Bucket', { Tags: tags }) });
const parameter = (tags: unknown): ReturnType<typeof templateOf> =>
  templateOf({ P: resource('SSM::Parameter', { Type: 'String', Value: 'v', Tags: tags }) });

const rows: readonly PlantedFault[] = [
  {
    id: 's3_xn',
    fault: 'a bucket name with the prefix xn--',
    broken: bucket('xn--planted'),
    valid: bucket('planted-xn'),
    reason: /#\/BucketName: Value 'xn--planted' .*does not start with xn--/,
  },
  {
    id: 's3_alias_suffix',
    fault: 'a bucket name with the suffix of an access point alias',
    broken: bucket('planted-s3alias'),
    valid: bucket('planted-alias'),
    reason: /does not end with -s3alias/,
  },
  {
    id: 's3_ip',
    fault: 'a bucket name in the form of an IP address',
    broken: bucket('192.168.5.4'),
    valid: bucket('192.168.5.four'),
    reason: /not the form of an IP address/,
  },
  {
    id: 'queue_fifo_suffix',
    fault: 'a FIFO queue whose name has no suffix',
    broken: queue({ QueueName: 'planted', FifoQueue: true }),
    valid: queue({ QueueName: 'planted.fifo', FifoQueue: true }),
    reason: /#\/QueueName: The name of a FIFO queue .*must end with \.fifo suffix/,
  },
  {
    id: 'topic_fifo_suffix',
    fault: 'a FIFO topic whose name has no suffix',
    broken: topic({ TopicName: 'planted', FifoTopic: true }),
    valid: topic({ TopicName: 'planted.fifo', FifoTopic: true }),
    reason: /#\/TopicName: The name of a FIFO topic .*must end with \.fifo suffix/,
  },
  {
    id: 'tag_aws_prefix',
    fault: 'a tag with the prefix of AWS in a list',
    broken: tagged([{ Key: 'aws:team', Value: 'a' }]),
    valid: tagged([{ Key: 'team', Value: 'a' }]),
    reason: /#\/Tags\/0\/Key: Tag keys starting with 'aws:' are reserved/,
  },
  {
    id: 'tag_aws_prefix_map',
    fault: 'a tag with the prefix of AWS in an object',
    broken: parameter({ 'aws:team': 'a' }),
    valid: parameter({ team: 'a' }),
    reason: /#\/Tags\/aws:team: Tag keys starting with 'aws:' are reserved/,
  },
  {
    id: 'tag_twice',
    fault: 'a tag key twice',
    broken: tagged([
      { Key: 'team', Value: 'a' },
      { Key: 'team', Value: 'b' },
    ]),
    valid: tagged([
      { Key: 'team', Value: 'a' },
      { Key: 'unit', Value: 'b' },
    ]),
    reason: /Duplicate tag keys found.*'team'/,
  },
];

testPlanted('names', rows);
