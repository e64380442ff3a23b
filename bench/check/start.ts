import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { machine, race, ratio } from '../measure';

/*
 * `node --require ./bin/typescript.js bench/check/start.ts [rounds] [PROGRAM]`: processor time of `llmops check` of a template with
 * two resources, beside Node alone, processes in turn. PROGRAM is `bin/llmops.js` of this clone, or of an installed package.
 */
const rounds = Number(process.argv[2] ?? 7);
const program = resolve(process.argv[3] ?? 'bin/llmops.js');
const results = resolve(__dirname, 'start.json');
const template = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' }, Queue: { Type: 'AWS::SQS::Queue' } } };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const file = join(folder, 'template.json');
    writeFileSync(file, JSON.stringify(template));
    // A check with findings exits 1, which is no failure of the measurement.
    const check = `process.argv.splice(1, 1, 'llmops', 'check', ${JSON.stringify(file)}); process.on('exit', () => { process.exitCode = 0; }); require(${JSON.stringify(program)});`;
    const timings = race(
      [
        { name: 'node', args: ['-e', '0'] },
        { name: 'check', args: ['-e', check, '-'] },
      ],
      rounds,
    );
    const report = { rounds, machine: machine(), timings, ratio: ratio(timings, 'check', 'node') };
    writeFileSync(
      results,
      await format(JSON.stringify(report), { ...(await resolveConfig(results)), filepath: results }),
    );
    console.log(JSON.stringify(report.ratio));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
