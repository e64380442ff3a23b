/** How a row is marked. No meaning depends on it alone: the words say it too. */
export type RowTone = 'bad' | 'warn' | 'good' | 'quiet';

/** One thing that a report says, in the order of importance within its section. */
export interface Row {
  readonly tone: RowTone;
  /** Environment, cloud, address and property; empty for what concerns the whole review. */
  readonly where: string;
  /** What kind of thing it is, such as the title of a concern. @default - the text says it */
  readonly title?: string;
  /** One sentence without a final period. */
  readonly text: string;
  /** More about it, each a sentence without a final period. */
  readonly lines: readonly string[];
  /** Texts side by side, such as those of a prompt or a right. @default - none */
  readonly before?: string;
  readonly after?: string;
}

/** A part of a report, the same in every format. */
export interface Section {
  /** Anchor: letters and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** What is said where there are no rows. @default - the section is left out then */
  readonly empty?: string;
  /** Whether a reader opens it first. */
  readonly folded: boolean;
}
