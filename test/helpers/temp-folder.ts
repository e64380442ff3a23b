import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Jest calls this once before all tests: every temporary file of the run, child processes included, is in one folder. */
export default function createTempFolder(): void {
  process.env.TMPDIR = process.env.LLMOPS_TEST_FOLDER = mkdtempSync(join(realpathSync(tmpdir()), 'llmops-test-'));
}

/** Deletes the folder of the run. */
export function deleteTempFolder(): void {
  const folder = process.env.LLMOPS_TEST_FOLDER;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
