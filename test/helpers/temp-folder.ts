import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Jest calls this once before all tests: every temporary file of the run, child processes included, is in one folder. */
export default function createTempFolder(): void {
  process.env.LLMOPS_TEST_OUTER_FOLDER = realpathSync(tmpdir());
  process.env.TMPDIR = process.env.LLMOPS_TEST_FOLDER = mkdtempSync(
    join(process.env.LLMOPS_TEST_OUTER_FOLDER, 'llmops-test-'),
  );
}

/** Deletes the folder of the run. A process that runs jest again, as that of the mutants does, has its own folder back. */
export function deleteTempFolder(): void {
  process.env.TMPDIR = process.env.LLMOPS_TEST_OUTER_FOLDER;
  const folder = process.env.LLMOPS_TEST_FOLDER;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
