import { messageOf } from '../../messages';
import { where } from './concern-rows';
import type { Review } from './review';
import type { PlaceSummary } from './verdict';
import { placesOf } from './verdict';
import { placeLine } from './verdict-words';

/** One test case of a suite. */
interface Case {
  readonly name: string;
  readonly failure?: { readonly code: string; readonly message: string };
  readonly skipped?: string;
}

/**
 * A review as JUnit XML: a suite for each environment and cloud, a failed case for what blocks and for new findings that
 * are errors, a skipped one for what is accepted or not verified.
 */
export function junitReport(review: Review): string {
  const suites = placesOf(review).map((place) => ({ place, cases: casesOf(review, place) }));
  const failures = suites.reduce((sum, { cases }) => sum + failed(cases), 0);
  const tests = suites.reduce((sum, { cases }) => sum + cases.length, 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="llmops review" tests="${tests}" failures="${failures}">`,
    ...suites.flatMap(({ place, cases }) => suiteLines(place, cases)),
    '</testsuites>',
  ].join('\n')}\n`;
}

function casesOf({ concerns, findings, unverified }: Review, place: PlaceSummary): readonly Case[] {
  const here = (item: { readonly environment: string; readonly cloud: string }): boolean =>
    item.environment === place.environment && item.cloud === place.cloud;
  return [
    { name: placeLine(place) },
    ...concerns.filter(here).flatMap((concern): readonly Case[] => {
      const name = `${messageOf(concern.code).title}: ${where(concern)}`;
      const { accepted } = concern;
      if (accepted !== undefined)
        return [{ name, skipped: `accepted by ${accepted.owner} until ${accepted.until}: ${accepted.reason}` }];
      return concern.level === 'block' ? [{ name, failure: failureOf(concern.code, concern) }] : [];
    }),
    ...findings.added.filter(here).flatMap((finding): readonly Case[] => {
      const name = `${messageOf(finding.rule).title}: ${where(finding)} ${finding.path}`;
      return finding.severity === 'error' ? [{ name, failure: failureOf(finding.rule, finding) }] : [];
    }),
    ...unverified.map((name) => ({ name, skipped: 'not verified' })),
  ];
}

function failureOf(
  code: string,
  { message, fix }: { readonly message: string; readonly fix: string },
): NonNullable<Case['failure']> {
  return { code, message: `${message}. ${fix}` };
}

function suiteLines({ environment, cloud }: PlaceSummary, cases: readonly Case[]): readonly string[] {
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  const name = `${environment} ${cloud}`;
  return [
    `  <testsuite name="${attribute(name)}" tests="${cases.length}" failures="${failed(cases)}" skipped="${skipped}">`,
    ...cases.map((one) => caseLine(one, name)),
    '  </testsuite>',
  ];
}

function caseLine({ name, failure, skipped }: Case, suite: string): string {
  const start = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}"`;
  if (failure !== undefined) {
    return `${start}><failure type="${failure.code}" message="${attribute(failure.message)}"/></testcase>`;
  }
  return skipped === undefined ? `${start}/>` : `${start}><skipped message="${attribute(skipped)}"/></testcase>`;
}

function failed(cases: readonly Case[]): number {
  return cases.filter(({ failure }) => failure !== undefined).length;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as an attribute of XML 1.0, which has no control characters but tab and line end. */
function attribute(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
