/** What the early validation of a change set found in a resource. Plain data. */
export interface EarlyFinding {
  readonly logicalId: string;
  readonly type: string;
  readonly validation: 'NAME_CONFLICT_VALIDATION' | 'PROPERTY_VALIDATION';
  /** Path in the template. */
  readonly path: string;
  readonly reason: string;
}
