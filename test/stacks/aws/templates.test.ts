import { stageTemplates } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';
import { readable } from '../../helpers/aws-snapshot';

/** Read these when they change: each is one stack of the development environment, as a reviewer sees it. */
test.each(Object.entries(stageTemplates(settledPlan('dev'))))('%s', (_stack, template) => {
  expect(readable(template)).toMatchSnapshot();
});
