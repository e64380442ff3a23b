/** One request and how it ended; a rehearsal can assert from these that a role never wrote. */
export interface RequestRecord {
  readonly time: Date;
  /** Undefined when the request carried no key this cloud issued. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Role name of the session that signed the request; undefined for the account's own key. */
  readonly role: string | undefined;
  readonly service: string;
  readonly action: string;
  /** What the action was about: stack, bucket and key, parameter, role. */
  readonly resource: string | undefined;
  readonly status: number;
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly errorCode: string | undefined;
  readonly message: string | undefined;
}
