/** Source and date of a row. */
export interface Provenance {
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
  /** @default - high */
  readonly confidence?: 'high' | 'medium' | 'low';
  /** Limits of the source, as text. */
  readonly notes?: string;
}
