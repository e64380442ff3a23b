import { digestOf } from './digest';
import { codeBlock, inlineCode, plainText } from './markdown-text';
import type { Review } from './review';
import type { Row, RowTone, Section } from './section';
import { sectionsOf } from './sections';
import { diffLines } from './text-diff';
import { placesOf, verdictOver } from './verdict';
import { placeLine, verdictWords } from './verdict-words';

/** First line of the comment of a review, by which it is found again and replaced. */
export const commentMarker = '<!-- llmops-kit review -->';
/** Characters of the whole text. GitHub takes 65,536 characters of a comment, and counts some twice. */
const mostCharacters = 60_000;
/** Kept free for the last lines. */
const reserve = 1_500;
/** Environments and clouds of the table; the others are counted. */
const mostPlaces = 100;
/** Characters of a text that is compared. */
const longestText = 4_000;

/** Words before a row: a reader without colours, or with a screen reader, has them too. */
const labels: Readonly<Record<RowTone, string>> = { bad: '**critical** ', warn: '**warning** ', good: '', quiet: '' };

/**
 * A review as GitHub-flavoured Markdown of at most 60,000 characters: what does not fit is counted and is in the other
 * formats. Azure DevOps takes 150,000 characters and GitLab 1,000,000.
 * Source: lifecycle of pull request comments in cdk-diff-action and pulumi/actions, read 2026-11-30.
 */
export function markdownReport(review: Review): string {
  const head = headOf(review);
  const foot = footOf(review);
  const lines = [...head];
  let left = mostCharacters - reserve - sizeOf(head) - sizeOf(foot);
  const leftOut: string[] = [];
  for (const section of sectionsOf(review)) {
    const written = sectionLines(section, left);
    lines.push(...written.lines);
    left -= sizeOf(written.lines);
    if (written.leftOut > 0) leftOut.push(`${written.leftOut} of ${section.rows.length} in “${section.title}”`);
  }
  if (leftOut.length > 0) {
    const text = `Left out for size: ${leftOut.join(', ')}. The report in HTML or JSON has them all.`;
    lines.push(plainText(text), '');
  }
  return `${[...lines, ...foot].join('\n')}\n`;
}

function headOf(review: Review): readonly string[] {
  const places = placesOf(review);
  const shown = places.slice(0, mostPlaces);
  return [
    commentMarker,
    `## ${verdictWords[verdictOver(review)]}: infrastructure review`,
    '',
    '| environment | cloud | verdict | what happens |',
    '| --- | --- | --- | --- |',
    ...shown.map(
      (place) =>
        `| ${plainText(place.environment)} | ${place.cloud} | **${verdictWords[place.verdict]}** | ${plainText(placeLine(place))} |`,
    ),
    '',
    ...(places.length > mostPlaces ? [`And ${places.length - mostPlaces} more environments.`, ''] : []),
  ];
}

function footOf(review: Review): readonly string[] {
  return [
    `<sub>${plainText(review.base)} → ${plainText(review.next)} · ${review.live === true ? 'templates and what is live' : 'templates alone, no account was asked'} · approvals bind to ${inlineCode(digestOf(review))}</sub>`,
  ];
}

function sectionLines(
  { title, rows, empty, folded }: Section,
  budget: number,
): { readonly lines: readonly string[]; readonly leftOut: number } {
  const frame = folded
    ? [`<details><summary><strong>${plainText(title)}</strong> (${rows.length})</summary>`, '']
    : [`### ${plainText(title)}`, ''];
  const end = folded ? ['', '</details>', ''] : [''];
  if (rows.length === 0) return { lines: [...frame, plainText(empty ?? ''), ...end], leftOut: 0 };
  let left = budget - sizeOf(frame) - sizeOf(end);
  const body: string[] = [];
  let shown = 0;
  for (const row of rows) {
    const lines = rowLines(row);
    if (sizeOf(lines) > left) break;
    body.push(...lines);
    left -= sizeOf(lines);
    shown += 1;
  }
  const leftOut = rows.length - shown;
  return shown === 0 ? { lines: [], leftOut } : { lines: [...frame, ...body, ...end], leftOut };
}

function rowLines({ tone, where, title, text, lines, before, after }: Row): readonly string[] {
  const place = where === '' ? '' : `${inlineCode(where)}: `;
  return [
    `- ${labels[tone]}${place}${plainText(title === undefined ? text : `${title}: ${text}`)}`,
    ...lines.map((line) => `  - ${plainText(line)}`),
    ...(before === undefined && after === undefined ? [] : ['', ...comparison(before, after), '']),
  ];
}

function comparison(before: string | undefined, after: string | undefined): readonly string[] {
  const lines = diffLines(cut(before), cut(after)).map(({ mark, text }) => `${mark}${text}`);
  return codeBlock(lines.join('\n'), 'diff').map((line) => `  ${line}`);
}

function cut(text: string | undefined): string | undefined {
  return text !== undefined && text.length > longestText ? `${text.slice(0, longestText)}\n…` : text;
}

/** Characters with their line ends. */
function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
