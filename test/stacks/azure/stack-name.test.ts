import { azureStages, parseStackName, stackName } from '../../../stacks/azure';

test.each(['dev', 'dev-eu', 'x-initialization'])(
  'the name of a stack of %s says its environment and stage',
  (environment) => {
    for (const stage of azureStages) {
      expect(parseStackName(stackName({ environment, stage }))).toEqual({ environment, stage });
    }
  },
);

test.each(['dev', 'dev-evaluations', 'evaluation', 'evaluation-dev', ''])('%p is not the name of a stage', (name) => {
  expect(parseStackName(name)).toBeUndefined();
});
