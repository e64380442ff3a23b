import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { Review } from '../../../../lib/review/report';
import { commentMarker, digestOf, junitReport, markdownReport, sarifReport } from '../../../../lib/review/report';
import { root } from '../../../helpers/command';
import { change, concern, emptyReview, fullReview } from './example-review';

const schema: unknown = JSON.parse(readFileSync(join(root, 'docs/reference/review.schema.json'), 'utf8'));
const shape = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
const asJson = (review: Review): unknown => JSON.parse(JSON.stringify(review));

/** Reviews of any texts: control characters, markup, line ends and long ones among them. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('<b>&"\'', ']]>', '\u0000\u001b', '|\n|', '`'.repeat(9), 'x'.repeat(2000)),
);
const reviews = fc
  .array(
    fc.record({ message: texts, address: texts, before: texts, level: fc.constantFrom('block', 'warning', 'note') }),
  )
  .map((some): Review => ({ ...fullReview, concerns: some.map((one) => concern(one)) }));

test('10,000 changes fit in a comment, which keeps marker, verdict, what blocks and the digest', () => {
  const changes = Array.from({ length: 10_000 }, (_, i) =>
    change({ kind: i % 2 === 0 ? 'replace' : 'destroy', address: `integration/${'long'.repeat(20)}${i}` }),
  );
  const block = concern({ level: 'block', address: 'integration/Index', message: 'the index is deleted' });
  const text = markdownReport({ ...emptyReview, changes, concerns: [block] });
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text.startsWith(`${commentMarker}\n## Blocked: infrastructure review\n`)).toBe(true);
  expect(text).toContain('the index is deleted');
  expect(text).toMatch(/Left out for size: \d+ of 10000 in/);
  expect(text).toMatch(/approvals bind to `sha256:[0-9a-f]{64}`/);
});

test('whatever the texts are, the comment has its limit and marker, JUnit is well-formed, and SARIF counts are right', () => {
  fc.assert(
    fc.property(reviews, (review) => {
      const text = markdownReport(review);
      expect(text.length).toBeLessThanOrEqual(60_000);
      expect(text.startsWith(`${commentMarker}\n`)).toBe(true);
      const xml = junitReport(review);
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(new XMLParser().parse(xml)).toHaveProperty('testsuites');
      expect(sarifProblems(asSarif(review))).toEqual([]);
      expect(shape.safeParse(asJson(review)).success).toBe(true);
    }),
    { seed: 20261201, numRuns: 50 },
  );
});

test('the JSON of a review has its schema, and nothing more', () => {
  expect(shape.safeParse(asJson(fullReview)).error).toBeUndefined();
  expect(shape.safeParse({ ...emptyReview, more: 1 }).success).toBe(false);
  expect(shape.safeParse({ ...emptyReview, version: 2 }).success).toBe(false);
  expect(shape.safeParse({ ...emptyReview, concerns: [{ ...concern(), level: 'high' }] }).success).toBe(false);
});

test('the digest is of the changes and of what is accepted, and of nothing else', () => {
  const first = digestOf(fullReview);
  expect(digestOf({ ...fullReview, base: 'x', next: 'y', money: [], unverified: [] })).toBe(first);
  expect(digestOf({ ...fullReview, concerns: fullReview.concerns.map((one) => ({ ...one, message: 'other' })) })).toBe(
    first,
  );
  const [one, ...others] = fullReview.changes;
  expect(one?.place).toBeDefined();
  const moved = change({ ...one, place: { file: 'moved.ts', line: 1 } });
  expect(digestOf({ ...fullReview, changes: [moved, ...others] })).toBe(first);
  expect(digestOf({ ...fullReview, changes: others })).not.toBe(first);
  expect(digestOf({ ...fullReview, concerns: [] })).not.toBe(first);
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
      }[];
    }[];
  }[];
}

function asSarif(review: Review): Sarif {
  return JSON.parse(JSON.stringify(sarifReport(review, 'llmops config.ts'))) as Sarif;
}

/** Rules of SARIF 2.1.0 (OASIS, 2020-03-27) that the schema or a consumer checks, read 2026-12-01. */
function sarifProblems({ version, runs }: Sarif): readonly string[] {
  return [
    ...(version === '2.1.0' ? [] : ['version']),
    ...runs.flatMap(({ tool, results }) =>
      results.flatMap(({ ruleId, ruleIndex, level, message, locations }) => [
        ...(tool.driver.rules[ruleIndex]?.id === ruleId ? [] : [`${ruleId} is not the rule ${ruleIndex}`]),
        ...(['none', 'note', 'warning', 'error'].includes(level) ? [] : [`level ${level}`]),
        ...(message.text === '' ? ['no text'] : []),
        ...locations.flatMap(({ physicalLocation: { artifactLocation, region } }) => [
          ...(/^[^\s\\]+$/.test(artifactLocation.uri) ? [] : [`URI ${artifactLocation.uri}`]),
          ...(region.startLine >= 1 ? [] : ['line']),
        ]),
      ]),
    ),
  ];
}
