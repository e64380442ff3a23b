import { createHash } from 'node:crypto';
import type { SourcePlace } from '../../graph';
import type { MessageCode } from '../../messages';
import { messageOf } from '../../messages';
import type { Acceptance, Review } from './review';

/** What SARIF needs of a concern or finding. */
interface Result {
  readonly code: MessageCode;
  readonly level: 'error' | 'warning' | 'note';
  readonly address: string;
  readonly path: string;
  readonly text: string;
  readonly place?: SourcePlace;
  readonly accepted?: Acceptance;
}

/**
 * A review as SARIF 2.1.0. What has no place of its own points to the first line of `file`: GitHub shows no result without
 * a file. What was accepted has a suppression. Findings that are gone are left out: tools count them as failures.
 * Source: OASIS SARIF 2.1.0; sarif-tools, run 2026-11-30.
 * @param file config of the platform, relative to the repository
 */
export function sarifReport(review: Review, file: string): object {
  const results = resultsOf(review);
  const codes = [...new Set(results.map(({ code }) => code))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'llmops-kit', rules: codes.map(ruleOf) } },
        results: results.map((result) => resultOf(result, codes.indexOf(result.code), file)),
      },
    ],
  };
}

const levels = { block: 'error', warning: 'warning', note: 'note' } as const;

function resultsOf({ concerns, findings }: Review): readonly Result[] {
  return [
    ...concerns.map(({ level, environment, cloud, address, message, fix, ...rest }): Result => ({
      ...rest,
      level: levels[level],
      address: `${environment}/${cloud}/${address}`,
      text: `${message}. Fix: ${fix}`,
    })),
    ...findings.added.map(({ rule, severity, environment, cloud, address, path, message, fix }): Result => ({
      code: rule,
      level: severity,
      address: `${environment}/${cloud}/${address}`,
      path,
      text: `${message}. Fix: ${fix}`,
    })),
  ];
}

function ruleOf(code: MessageCode): object {
  const { title, meaning, fix, severity } = messageOf(code);
  return {
    id: code,
    name: code,
    shortDescription: { text: title },
    fullDescription: { text: meaning },
    help: { text: fix },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(
  { code, level, address, path, text, place, accepted }: Result,
  ruleIndex: number,
  file: string,
): object {
  return {
    ruleId: code,
    ruleIndex,
    level,
    message: { text: `${address}${path === '' ? '' : ` ${path}`}: ${text}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(place?.file ?? file) },
          region: { startLine: place?.line ?? 1 },
        },
        logicalLocations: [{ fullyQualifiedName: address, kind: 'resource' }],
      },
    ],
    // Stable when lines move: a fingerprint of what and where, not of the words.
    partialFingerprints: { 'llmopsReview/v1': fingerprint(code, address, path) },
    ...(accepted === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: accepted.reason }] }),
  };
}

function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
