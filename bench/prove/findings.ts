import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../lib/review';
import { checkedFile } from '../public/checked-file';
import type { JudgedFinding } from '../public/judged';
import { judgedList, keyed } from '../public/judged';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';

/** The largest share of false findings. */
const mostFalse = 0.02;

/** What one file has, beside what was judged. */
interface Compared {
  readonly judged: readonly JudgedFinding[];
  readonly problems: readonly Counterexample[];
}

/**
 * The rules on templates that others published, against a list in which a person judged each finding. The files are not in
 * the repository: `--folder` has them as OWNER/NAME/PATH, each with the hash of the list.
 */
export const findings: Proof = {
  claim: `at most ${mostFalse * 100} % of the findings in public templates are false, and each was judged`,
  count: 1000,
  smallCount: 0,
  run: ({ folder, count }) => {
    if (folder === undefined)
      throw new Error('findings: --folder FOLDER names the fetched files: bench/public/README.md');
    const list = judgedList();
    const counts = new Map<string, number>();
    const compared = list.files.slice(0, count).map((file) => {
      const place = `${file.repository}/${file.path}`;
      const problem = problemOf(join(folder, file.repository, file.path), file.sha256);
      if (problem !== undefined) {
        tally(counts, 'files that are not there as listed');
        return { judged: [], problems: [{ case: place, problem }] };
      }
      tally(counts, 'files');
      return compare(folder, file.repository, file.path, list);
    });
    const judged = compared.flatMap((one) => one.judged);
    for (const { verdict } of judged) tally(counts, `findings judged ${verdict}`);
    const wrong = judged.filter(({ verdict }) => verdict === 'false').length;
    return Promise.resolve({
      counts: counted(counts),
      counterexamples: [
        ...compared.flatMap(({ problems }) => problems),
        ...(wrong > mostFalse * judged.length
          ? [{ case: 'all files', problem: `${wrong} of ${judged.length} findings are false` }]
          : []),
      ],
    });
  },
};

function problemOf(file: string, sha256: string): string | undefined {
  if (!existsSync(file)) return 'the file is not in the folder';
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  return hash === sha256 ? undefined : `the file has the hash ${hash}`;
}

function compare(folder: string, repository: string, file: string, list: ReturnType<typeof judgedList>): Compared {
  const place = `${repository}/${file}`;
  const production = checkedFile(join(folder, repository, file), 'production');
  const baseline = checkedFile(join(folder, repository, file), 'baseline');
  if (!production.ok || !baseline.ok) {
    const [issue] = production.issues;
    return { judged: [], problems: [{ case: place, problem: `it is refused: ${issue?.message ?? ''}` }] };
  }
  const placed = (all: readonly Finding[]): readonly string[] => [
    ...keyed(all.map(({ rule, address, path }) => ({ repository, file, rule, address, path }))).keys(),
  ];
  const found = placed(production.value);
  const missing = placed(baseline.value).filter((key) => !found.includes(key));
  const here = (one: JudgedFinding): boolean => one.repository === repository && one.file === file;
  const known = keyed(list.findings.filter(here));
  const mended = keyed(list.mended.filter(here));
  return {
    judged: found.flatMap((key) => known.get(key) ?? []),
    problems: [
      ...found
        .filter((key) => !known.has(key))
        .map((key) => ({
          case: place,
          problem: `${mended.has(key) ? 'a mended finding is back' : 'a finding is not judged'}: ${key}`,
        })),
      ...[...known.keys()]
        .filter((key) => !found.includes(key))
        .map((key) => ({ case: place, problem: `a judged finding is gone: ${key}` })),
      ...missing.map((key) => ({ case: place, problem: `the baseline has what production lacks: ${key}` })),
    ],
  };
}
