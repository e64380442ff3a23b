import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { Issue, Result } from '../../lib/platform';
import { failure } from '../../lib/platform';
import type { Release } from '../../lib/release/release';
import type { ReleaseDifference } from '../../lib/release/release-difference';
import { releaseDifferences } from '../../lib/release/release-difference';
import { readRelease, releaseFile } from '../../lib/release/release-file';
import { releaseLines } from '../seal/release-lines';
import { sealTree } from '../seal/sealed';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';

interface VerifyOptions extends CommonOptions {
  readonly documents: readonly string[];
  readonly tree: boolean;
}

/** `llmops release`: what a sealed release holds, how two differ, and whether one is what its name says. */
export function register(program: Command, terminal: Terminal): void {
  const release = program
    .command('release')
    .description('sealed releases: what one holds, how two differ, whether one is what its name says')
    .exitOverride();
  verb(release, 'show <file>', 'what a release holds').action((file: string, options: CommonOptions) => {
    withReleases([file], options, terminal, ([shown]) => {
      if (options.json) writeJson(terminal, shown);
      else for (const line of releaseLines(releaseFile(shown).id, shown)) terminal.out(line);
    });
  });
  verb(release, 'diff <before> <after>', 'every part that differs between two releases').action(
    (before: string, after: string, options: CommonOptions) => {
      withReleases([before, after], options, terminal, ([first, second = first]) => {
        report(releaseDifferences(first, second), options, terminal);
      });
    },
  );
  verb(release, 'verify <file>', 'whether the content of a release is the one that its name says')
    .option('--tree', 'and whether what is checked out makes the same release', false)
    .option('--documents <name=folder...>', 'with --tree: documents of each knowledge base', [])
    .action(async (file: string, options: VerifyOptions) => {
      await verify(file, options, terminal);
    });
}

function withReleases(
  files: readonly string[],
  options: CommonOptions,
  terminal: Terminal,
  run: (releases: readonly [Release, ...Release[]]) => void,
): void {
  const read = files.map(readFile);
  const [first, ...rest] = read.flatMap((one) => (one.ok ? [one.value] : []));
  if (first === undefined || rest.length + 1 < files.length)
    refuse(
      read.flatMap(({ issues }) => issues),
      options,
      terminal,
    );
  else run([first, ...rest]);
}

function readFile(file: string): Result<Release> {
  try {
    return readRelease(file, readFileSync(file, 'utf8'));
  } catch (error) {
    const issue: Issue = {
      code: 'ReleaseInvalid',
      path: file,
      message: `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      expected: 'a file rel-<sha256>.json that llmops seal has written',
    };
    return failure([issue]);
  }
}

async function verify(file: string, options: VerifyOptions, terminal: Terminal): Promise<void> {
  const kept = readFile(file);
  if (!kept.ok) {
    refuse(kept.issues, options, terminal);
    return;
  }
  if (!options.tree) {
    report([], options, terminal);
    return;
  }
  const made = await sealTree({ ...options, releases: dirname(file) });
  if (!made.ok) {
    refuse(made.issues, options, terminal);
    return;
  }
  reportIssues(made.issues, terminal);
  report(releaseDifferences(kept.value, made.value), options, terminal);
}

function report(differences: readonly ReleaseDifference[], { json }: CommonOptions, terminal: Terminal): void {
  if (json) writeJson(terminal, { differences });
  else if (differences.length === 0) terminal.out('no difference');
  else
    for (const { path, before = 'absent', after = 'absent' } of differences)
      terminal.out(`${path}\n  - ${before}\n  + ${after}`);
  if (differences.length > 0) terminal.setExitCode(exit.findings);
}
