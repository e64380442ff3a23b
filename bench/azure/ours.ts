import { writeFileSync } from 'node:fs';
import { planConfig } from '../../bin/project/planned';
import { settle } from '../../lib/plan';
import { azureStages, platformProgram, record, stackConfig, stackName } from '../../stacks/azure';

/** Records the dev program of the reference platform; writes the recording when a file is named. */
async function main(): Promise<void> {
  const planned = await planConfig('llmops.config.ts', process.cwd(), 'dev');
  const [plan] = planned.ok ? planned.value.plans : [];
  if (plan === undefined) throw new Error('the reference config does not plan');
  const settled = settle(plan);
  const recordings = [];
  for (const stage of azureStages) {
    const config = stackConfig(settled, stage);
    const options = {
      project: 'bench',
      stack: stackName({ environment: 'dev', stage }),
      organization: 'bench',
      config,
    };
    recordings.push({ recording: await record(() => platformProgram(settled, stage), options), config });
  }
  const [file] = process.argv.slice(2);
  if (file !== undefined) writeFileSync(file, JSON.stringify(recordings));
}

void main();
