import { messageOf } from '../../messages';
import type { Concern, Review } from './review';

/** Annotations that GitHub shows of one step. Source: GitHub's runner limits, 10 of each kind, read 2026-11-30. */
const mostOfAKind = 10;

/**
 * Workflow commands of GitHub Actions, one a line: errors for what blocks, warnings for the others, at most 10 of each.
 * Notes and what is accepted are left out.
 */
export function annotations({ concerns, findings }: Review): readonly string[] {
  const open = concerns.filter(({ accepted }) => accepted === undefined);
  const rows = [
    ...open.flatMap((concern) => (concern.level === 'note' ? [] : [annotationOf(concern)])),
    ...findings.added.map((finding) =>
      command(finding.severity, {
        title: messageOf(finding.rule).title,
        text: `${finding.environment} ${finding.cloud} ${finding.address} ${finding.path}: ${finding.message}. ${finding.fix}`,
      }),
    ),
  ];
  return [...first(rows, '::error'), ...first(rows, '::warning')];
}

function first(rows: readonly string[], kind: string): readonly string[] {
  return rows.filter((row) => row.startsWith(kind)).slice(0, mostOfAKind);
}

function annotationOf({ code, level, environment, cloud, address, message, fix, place }: Concern): string {
  return command(level === 'block' ? 'error' : 'warning', {
    title: messageOf(code).title,
    text: `${environment} ${cloud} ${address}: ${message}. ${fix}`,
    ...place,
  });
}

interface Annotation {
  readonly title: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

function command(kind: 'error' | 'warning', { title, text, file, line }: Annotation): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${propertyText(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${propertyText(title)}`,
  ];
  return `::${kind} ${properties.join(',')}::${dataText(text)}`;
}

/** Source: escaping of workflow commands in actions/toolkit, read 2026-11-30. */
function dataText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function propertyText(text: string): string {
  return dataText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
