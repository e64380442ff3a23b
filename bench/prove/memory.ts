import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Counterexample, Proof } from './proof';

/** How much the heap may have grown from the first tenth of the deployments to the last. */
const mayGrow = 1.1;
/** Deployments after which everything that is bounded has reached its bound. */
const settledAfter = 20;

interface Heaps {
  readonly early: number;
  readonly late: number;
  readonly disk?: number;
}

/** The heap does not depend on how often one deployed: what is only history is on the disk, or bounded. */
export const memory: Proof = {
  claim:
    'The heap after a collection at the last of many deployments of 100 changed resources is at most 1.1 times that at the first tenth.',
  count: 1_000,
  smallCount: 40,
  run: async ({ count }) => {
    const early = Math.max(settledAfter, Math.floor(count / 10));
    const counts: Record<string, number> = {};
    const counterexamples: Counterexample[] = [];
    for (const where of ['memory', 'folder']) {
      const heaps = await measured(where, early, count);
      counts[`kB of heap with its state in ${where} at deployment ${early}`] = Math.round(heaps.early / 1_000);
      counts[`kB of heap with its state in ${where} at deployment ${count}`] = Math.round(heaps.late / 1_000);
      if (heaps.disk !== undefined) counts['kB of the state folder at the end'] = Math.round(heaps.disk / 1_000);
      const growth = heaps.late / heaps.early;
      if (growth > mayGrow)
        counterexamples.push({ case: `state in ${where}`, problem: `the heap grew ${growth.toFixed(2)} times` });
    }
    return { counts, counterexamples };
  },
};

async function measured(where: string, early: number, late: number): Promise<Heaps> {
  const args = ['--expose-gc', '--require', './bin/typescript.js', join(__dirname, 'memory-run.ts'), where];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, String(early), String(late)]);
  return JSON.parse(stdout) as Heaps;
}
