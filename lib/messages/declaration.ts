/** An error stops the work. A warning is reported, and the work continues. */
export type Severity = 'error' | 'warning';

/**
 * Who can remove the cause: the user of the kit, a developer of the kit, the owner of the machine and its installed
 * packages, or the cloud provider.
 */
export type Fault = 'user' | 'kit' | 'environment' | 'provider';

/** What the registry knows about a code. */
export interface Message {
  /** A few words without a final period. */
  readonly title: string;
  readonly severity: Severity;
  /** What the code means. */
  readonly meaning: string;
  /** How to fix it in general. An issue or error can name a more exact fix. */
  readonly fix: string;
  readonly fault: Fault;
}

/** A message as the files of the registry declare it, without what most messages have in common. */
export interface Declaration extends Pick<Message, 'title' | 'meaning' | 'fix'> {
  /** @default - an error */
  readonly severity?: 'warning';
  /** @default - the user */
  readonly fault?: Exclude<Fault, 'user'>;
}

/** Messages by code. */
export type Declarations = Readonly<Record<string, Declaration>>;
