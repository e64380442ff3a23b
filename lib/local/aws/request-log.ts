/** One request and how it ended. A rehearsal can assert from the log that a role never wrote. */
export interface RequestRecord {
  readonly time: Date;
  /** Undefined when this cloud did not issue the key of the request. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Role name of the session that signed the request; undefined for a key of the account. */
  readonly role: string | undefined;
  readonly service: string;
  readonly action: string;
  /** The object of the action: stack, bucket and key, parameter, role. */
  readonly resource: string | undefined;
  readonly status: number;
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly errorCode: string | undefined;
  readonly message: string | undefined;
}

/** How many requests are kept: in memory for reports, on the disk for `llmops local logs`. */
export const keptRequests = { inMemory: 5_000, onDisk: 100_000 };
