/** What a resource of the company must have or allow. The kit does not look it up, and does not change it. */
export interface GivenNeed {
  /** Path of the field that gives the resource. */
  readonly field: string;
  /** Id, ARN or name, as the config has it. */
  readonly resource: string;
  /** A sentence that its owner can act on. */
  readonly need: string;
}
