import type { ResourceGraph } from '../../lib/graph';
import { annotations, junitReport, markdownReport, reviewPage, sarifReport } from '../../lib/review/report';
import type { Review } from '../../lib/review/report/review';
import { reviewText } from '../../lib/review/report/text';

/** What a report is written from. */
export interface ReportInput {
  readonly review: Review;
  /** The resources after the change. */
  readonly graph: ResourceGraph;
  /** Config, relative to the repository: SARIF needs a file for what has no place. */
  readonly config: string;
}

/** Reports by name of the format, with the name of their file. */
export const formats = {
  text: { file: 'review.txt', write: ({ review }: ReportInput) => `${reviewText(review).join('\n')}\n` },
  md: { file: 'review.md', write: ({ review }: ReportInput) => markdownReport(review) },
  json: { file: 'review.json', write: ({ review }: ReportInput) => `${JSON.stringify(review, undefined, 2)}\n` },
  sarif: {
    file: 'review.sarif',
    write: ({ review, config }: ReportInput) => `${JSON.stringify(sarifReport(review, config), undefined, 2)}\n`,
  },
  junit: { file: 'review.junit.xml', write: ({ review }: ReportInput) => junitReport(review) },
  html: { file: 'review.html', write: ({ review, graph }: ReportInput) => reviewPage(review, graph) },
  github: {
    file: 'annotations.txt',
    write: ({ review }: ReportInput) =>
      annotations(review)
        .map((line) => `${line}\n`)
        .join(''),
  },
} as const;

/** Name of a format. */
export type Format = keyof typeof formats;

/** The formats of a list such as `md,json`, or the names that are none. */
export function formatsOf(
  list: string,
): { readonly formats: readonly Format[] } | { readonly unknown: readonly string[] } {
  const names = [...new Set(list.split(',').map((name) => name.trim()))];
  const known = names.filter((name): name is Format => Object.hasOwn(formats, name));
  return known.length === names.length
    ? { formats: known }
    : { unknown: names.filter((name) => !Object.hasOwn(formats, name)) };
}
