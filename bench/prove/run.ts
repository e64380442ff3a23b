import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { machine } from '../measure';
import { clients } from './clients';
import { corpora } from './corpora';
import { findings } from './findings';
import { fuzz } from './fuzz';
import { kills } from './kills';
import { memory } from './memory';
import { mutation } from './mutation';
import { platforms } from './platforms';
import { policies } from './policies';
import type { Proof } from './proof';
import { screenshots } from './screenshots';
import { templates } from './templates';
import { ways } from './ways';

/*
 * `npm run prove -- NAME [--seed N] [--count N] [--judge FOLDER] [--folder FOLDER]`: runs a long proof and writes its
 * result to bench/proofs/NAME.json.
 * `npm run prove -- --small`: every proof in seconds and with a fixed seed, as CI does; nothing is written.
 */
const proofs: Readonly<Record<string, Proof>> = {
  clients,
  corpora,
  findings,
  fuzz,
  kills,
  memory,
  mutation,
  platforms,
  policies,
  screenshots,
  templates,
  ways,
};
const fixedSeed = 20_261_130;

async function prove(name: string, proof: Proof, request: Parameters<Proof['run']>[0]) {
  const { counts, counterexamples, ran = request.count, ...rest } = await proof.run(request);
  const verdict = counterexamples.length === 0 ? 'holds' : `${counterexamples.length} counterexamples`;
  console.log(`${name}: ${proof.claim}`);
  console.log(`  seed ${request.seed}, ${ran} of ${request.count} cases: ${verdict}`);
  for (const [way, times] of Object.entries(counts)) console.log(`  ${times} x ${way}`);
  for (const one of counterexamples.slice(0, 5)) console.error(`  ${one.problem}\n    in ${one.case}`);
  if (counterexamples.length > 0) process.exitCode = 1;
  return { ran, counts, ...rest, counterexamples };
}

async function write(name: string, report: object): Promise<void> {
  const file = join(__dirname, '../proofs', `${name}.json`);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, await format(JSON.stringify(report), { ...(await resolveConfig(file)), filepath: file }));
  console.log(`  written to bench/proofs/${name}.json`);
}

let stopped = false;
process.once('SIGTERM', () => {
  stopped = true;
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: 'string' },
      count: { type: 'string' },
      judge: { type: 'string' },
      folder: { type: 'string' },
      small: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const seed = Number(values.seed ?? fixedSeed);
  const chosen = positionals.length > 0 ? positionals : values.small ? Object.keys(proofs) : [];
  if (chosen.length === 0) throw new Error(`name a proof: ${Object.keys(proofs).join(', ')}`);
  for (const name of chosen) {
    const proof = proofs[name];
    if (proof === undefined) throw new Error(`no proof '${name}': one of ${Object.keys(proofs).join(', ')}`);
    if (proof.judgedBy !== undefined && values.judge === undefined) {
      const needs = `${name}: not run; it needs --judge FOLDER, where npm has installed ${proof.judgedBy}`;
      if (!values.small) throw new Error(needs);
      console.log(needs);
      continue;
    }
    if (values.small && proof.smallCount === 0) {
      console.log(`${name}: not run in small: its judges are no part of the project`);
      continue;
    }
    const count = Number(values.count ?? (values.small ? proof.smallCount : proof.count));
    const { ran, ...result } = await prove(name, proof, {
      seed,
      count,
      judge: values.judge,
      folder: values.folder,
      stopped: () => stopped,
    });
    if (values.small) continue;
    const folders = (['folder', 'judge'] as const)
      .map((option) => (values[option] === undefined ? '' : ` --${option} FOLDER`))
      .join('');
    await write(name, {
      claim: proof.claim,
      command: `npm run prove -- ${name} --seed ${seed} --count ${count}${folders}`,
      date: new Date().toISOString().slice(0, 10),
      seed,
      count: ran,
      machine: machine(),
      holds: result.counterexamples.length === 0,
      ...result,
    });
  }
}

process.chdir(join(__dirname, '../..'));
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
