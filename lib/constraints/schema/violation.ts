/** One broken rule of a schema; `pointer` is the JSON pointer CloudFormation prints (`#/BucketEncryption`). */
export interface Violation {
  readonly pointer: string;
  readonly rule: string;
  /** The keyword of the schema, where it is not a matter of names or types. */
  readonly keyword?: string;
}
