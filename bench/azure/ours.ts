import { writeFileSync } from 'node:fs';
import { planConfig } from '../../bin/project/planned';
import { settle } from '../../lib/plan';
import { platformProgram, record, stackConfig } from '../../stacks/azure';

/** Records the dev program of the reference platform; writes the recording when a file is named. */
async function main(): Promise<void> {
  const planned = await planConfig('llmops.config.ts', process.cwd(), 'dev');
  const [plan] = planned.ok ? planned.value.plans : [];
  if (plan === undefined) throw new Error('the reference config does not plan');
  const settled = settle(plan);
  const recording = await record(() => Promise.resolve(platformProgram(settled)), {
    project: 'bench',
    stack: 'dev',
    organization: 'bench',
    config: stackConfig(settled),
  });
  const [file] = process.argv.slice(2);
  if (file !== undefined) writeFileSync(file, JSON.stringify({ recording, config: stackConfig(settled) }));
}

void main();
