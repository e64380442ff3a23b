import { planStack } from '../../../bin/project/planned-stack';
import { root } from '../../helpers/command';

const planOf = (stack: string) => planStack('llmops.config.ts', root, stack);

test('a stack name selects environment and stage', async () => {
  const planned = await planOf('dev-evaluation');
  expect(planned.ok && [planned.value.plan.environment, planned.value.stage]).toEqual(['dev', 'evaluation']);
});

test.each([
  ['dev', "did you mean 'dev-initialization'?"],
  ['dev-evaluatoin', "did you mean 'dev-evaluation'?"],
  ['staging-evaluation', 'select a stack named <environment>-<stage>, for an environment with an azure target'],
])('the name %s is refused with every stack and the nearest', async (stack, fix) => {
  const planned = await planOf(stack);
  expect(planned.ok).toBe(false);
  const [issue, ...more] = planned.issues.filter(({ code }) => code === 'UnknownPulumiStack');
  expect(more).toEqual([]);
  expect(issue).toMatchObject({ code: 'UnknownPulumiStack', path: 'stack', got: stack });
  for (const environment of ['dev', 'qa', 'prod']) {
    for (const stage of ['initialization', 'experimentation', 'evaluation', 'deployment']) {
      expect(issue?.expected).toContain(`${environment}-${stage}`);
    }
  }
  expect(issue?.fix).toBe(fix);
});
