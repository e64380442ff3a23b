import type { Json, JsonObject } from '../../../../constraints/json';
import { isObject, scalarText } from '../../../../constraints/json';
import { listAt, textAt } from '../../../../constraints/value';
import type { Cloud } from '../../state/cloud';
import type { Bucket } from '../../state/objects';
import type { ExistingResource } from '../../state/registry';

/** One place that events of a bucket go to. */
export interface Notification {
  /** The resource that declares it: the bucket, or the custom resource of its notifications. */
  readonly declaredBy: ExistingResource;
  readonly id: string;
  /** Names such as `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly target: 'function' | 'queue' | 'topic' | 'event bus';
  /** @default - the event bus of the account */
  readonly arn: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Target, list and ARN of an entry in the property of a bucket and in the request of PutBucketNotificationConfiguration. */
const shapes = [
  ['function', 'LambdaConfigurations', 'Function'],
  ['queue', 'QueueConfigurations', 'Queue'],
  ['topic', 'TopicConfigurations', 'Topic'],
  ['function', 'LambdaFunctionConfigurations', 'LambdaFunctionArn'],
  ['queue', 'QueueConfigurations', 'QueueArn'],
  ['topic', 'TopicConfigurations', 'TopicArn'],
] as const;

/** Type of the custom resource with which the CDK sets notifications. */
const custom = 'Custom::S3BucketNotifications';

/** Where the events of a bucket go, as templates say. */
export function notificationsOf(bucket: Bucket, { registry }: Cloud): readonly Notification[] {
  const resource = registry
    .list('AWS::S3::Bucket', bucket.account)
    .find(
      ({ physicalId, properties }) => physicalId === bucket.name && isObject(properties['NotificationConfiguration']),
    );
  const named = registry.all(custom).filter(({ properties }) => scalarText(properties['BucketName']) === bucket.name);
  return [...(resource === undefined ? [] : [resource]), ...named].flatMap((declaredBy) => {
    const configuration = declaredBy.properties['NotificationConfiguration'];
    return isObject(configuration) ? entriesOf(declaredBy, configuration) : [];
  });
}

function entriesOf(declaredBy: ExistingResource, configuration: JsonObject): readonly Notification[] {
  const listed = shapes.flatMap(([target, list, field]) =>
    listAt(configuration, list).flatMap((entry): readonly Notification[] => {
      const arn = textAt(entry, field);
      if (arn === undefined) return [];
      const event = textAt(entry, 'Event');
      const events = event === undefined ? listAt(entry, 'Events').flatMap((name) => scalarText(name) ?? []) : [event];
      return [{ declaredBy, id: textAt(entry, 'Id') ?? declaredBy.logicalId, events, target, arn, ...filterOf(entry) }];
    }),
  );
  const bus = configuration['EventBridgeConfiguration'];
  if (bus === undefined || textAt(bus, 'EventBridgeEnabled') === 'false') return listed;
  const everything = { events: ['s3:*'], prefix: '', suffix: '' };
  return [
    ...listed,
    { declaredBy, id: 'EventBridge', target: 'event bus', arn: 'the default event bus', ...everything },
  ];
}

function filterOf(entry: Json): Pick<Notification, 'prefix' | 'suffix'> {
  const rules = [...listAt(entry, 'Filter', 'S3Key', 'Rules'), ...listAt(entry, 'Filter', 'Key', 'FilterRules')];
  const valueOf = (name: string): string => {
    const rule = rules.find((one) => textAt(one, 'Name')?.toLowerCase() === name);
    return textAt(rule, 'Value') ?? '';
  };
  return { prefix: valueOf('prefix'), suffix: valueOf('suffix') };
}

/** Whether an event of a key goes there. @param name for example `s3:ObjectCreated:Put` */
export function concerns({ events, prefix, suffix }: Notification, name: string, key: string): boolean {
  const wanted = events.some((event) => event === name || (event.endsWith('*') && name.startsWith(event.slice(0, -1))));
  return wanted && key.startsWith(prefix) && key.endsWith(suffix);
}
