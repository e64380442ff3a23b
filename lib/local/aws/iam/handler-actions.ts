import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What CloudFormation does to a resource. */
export type HandlerOperation = 'create' | 'update' | 'delete';

const file = z.object({
  types: z.record(z.string(), z.string()),
  resources: z.array(z.string()),
  actions: z.record(z.string(), z.number()),
});

/** What every configuration of a type needs, see generate-handler-actions.ts for the source. */
interface HandlerActions {
  /** Such as `sagemaker`. */
  readonly service: string;
  /** The action of an operation; undefined where none is known that every configuration needs. */
  readonly main: Readonly<Record<HandlerOperation, string | undefined>>;
  /** The action that sets tags. @default - not known */
  readonly tag: string | undefined;
  /** Whether the service asks for iam:PassRole when the resource carries a role. */
  readonly passesRole: boolean;
}

let read: z.infer<typeof file> | undefined;

function rows(): z.infer<typeof file> {
  read ??= file.parse(JSON.parse(readFileSync(path.join(__dirname, 'rows/handler-actions.json'), 'utf8')));
  return read;
}

/** The actions of a resource type; undefined for a type without a row. */
export function handlerActions(type: string): HandlerActions | undefined {
  const { types } = rows();
  if (!Object.hasOwn(types, type)) return undefined;
  const [service = '', create, update, remove, tag, pass] = (types[type] ?? '').split('|');
  const action = (name: string | undefined): string | undefined =>
    name === undefined || name === '' ? undefined : name.includes(':') ? name : `${service}:${name}`;
  return {
    service,
    main: { create: action(create), update: action(update), delete: action(remove) },
    tag: action(tag),
    passesRole: pass === 'passRole',
  };
}

/** The shapes of the ARNs that an action is granted on, `*` for what differs; none for one that is granted on everything only. */
export function resourceShapes(action: string): readonly string[] {
  const { actions, resources } = rows();
  const text = Object.hasOwn(actions, action) ? resources[actions[action] ?? -1] : undefined;
  return text === undefined || text === '' ? [] : text.split(' ');
}
