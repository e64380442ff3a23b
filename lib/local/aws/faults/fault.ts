/** Which requests a fault meets. A member that is absent meets every one. */
export interface RequestScope {
  /** Signing name, such as `cloudformation` or `s3`. */
  readonly service?: string;
  /** Operation, such as `DescribeStacks`. */
  readonly action?: string;
}

/** Which steps of resources a fault meets. A member that is absent meets every one. */
export interface StepScope {
  readonly stack?: string;
  readonly logicalId?: string;
  /** CloudFormation type. */
  readonly type?: string;
  readonly step?: StepAction;
}

/** What a deployment does with a resource. */
export type StepAction = 'create' | 'update' | 'delete';

/** What goes wrong. */
export type FaultKind =
  /** Requests are refused as too many. */
  | ({ readonly kind: 'throttle' } & RequestScope)
  /** Requests end in an error of the service, with this status. */
  | ({ readonly kind: 'error'; readonly status: 500 | 503 } & RequestScope)
  /** Requests are answered late. */
  | ({ readonly kind: 'slow'; readonly milliseconds: number } & RequestScope)
  /** Streamed answers end in the middle, with the connection. */
  | ({ readonly kind: 'cut' } & RequestScope)
  /** Streamed answers end in the middle, in the error that their service has for it. */
  | ({ readonly kind: 'stream-error' } & RequestScope)
  /** Steps of resources take longer. */
  | ({ readonly kind: 'delay'; readonly milliseconds: number } & StepScope)
  /** Steps of resources fail, with this reason. */
  | ({ readonly kind: 'fail'; readonly reason?: string } & StepScope)
  /** Creations and updates of endpoints find no instances. */
  | ({ readonly kind: 'capacity' } & StepScope)
  /** The local cloud ends at once, as when its process is killed, before a step of a resource. */
  | ({ readonly kind: 'crash' } & StepScope);

/** A fault on demand. */
export type Fault = FaultKind & {
  /** How often it happens. @default - until it is cleared */
  readonly times?: number;
};

/** The kinds of faults, and what each does. */
export const faultKinds: Readonly<Record<Fault['kind'], string>> = {
  throttle: 'refuse requests as too many',
  error: 'end requests in an error of the service',
  slow: 'answer requests late',
  cut: 'close the connection in the middle of streamed answers',
  'stream-error': 'end streamed answers in the error of their service',
  delay: 'let steps of resources take longer',
  fail: 'let steps of resources fail',
  capacity: 'find no instances for endpoints',
  crash: 'end the local cloud before a step of a resource, as if it were killed',
};
