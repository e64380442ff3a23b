import { planStack } from '../../../bin/project/planned-stack';
import { createLocalPulumi } from '../../../lib/local/pulumi';
import { settle } from '../../../lib/plan';
import { stackConfig } from '../../../stacks/azure';
import { root } from '../../helpers/command';
import type { Case } from '../case';

const stack = 'dev-initialization';

export const pulumiUpStarts: Case = {
  id: 'azure-F1',
  fault:
    'the engine runs the program in the folder of its file, where it looks for the config: `pulumi up` does not start',
  expected: 'a relative LLMOPS_CONFIG and the default config are looked for beside Pulumi.yaml',
  check: async () => {
    const planned = await planStack('llmops.config.ts', root, stack);
    if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
    const { plan, stage } = planned.value;
    const config = stackConfig(settle(plan), stage);
    const engine = createLocalPulumi();
    try {
      for (const env of [{}, { LLMOPS_CONFIG: 'llmops.config.ts' }]) {
        const result = await engine.preview({ root, main: 'bin/azure.js', project: 'llmops-kit', stack, config, env });
        expect({ ok: result.ok, problems: result.problems }).toEqual({ ok: true, problems: [] });
      }
    } finally {
      await engine.close();
    }
  },
};
