import type { Step } from './progress';

/** The steps of every rehearsal; those of changes are named after the change. */
export const steps = {
  synth: { name: 'aws synth', expected: 'templates of every environment, without a finding of the CDK validation' },
  bootstrap: { name: 'aws bootstrap', expected: 'account and region can take assets and stacks' },
  deployFails: {
    name: 'aws deploy fails',
    expected: 'a late creation is made to fail: its stack is rolled back and leaves nothing in the way',
  },
  deploy: { name: 'aws deploy', expected: 'the retry creates every stack' },
  deployAgain: { name: 'aws deploy again', expected: 'no changes' },
  questions: {
    name: 'aws questions',
    expected: 'three questions get an answer with a citation that holds it; one that no document answers is refused',
  },
  destroy: { name: 'aws destroy', expected: 'every stack is deleted; what the account has once stays' },
  awsUpAgain: {
    name: 'aws up again',
    expected:
      'the same names can be used again once what was retained is deleted; a bucket that a service has filled blocks a retry until it is empty',
  },
  azureQuestions: {
    name: 'azure questions',
    expected: 'three questions get an answer with a citation that holds it; one that no document answers is refused',
  },
  preview: { name: 'azure preview', expected: 'the first stack can be created' },
  upFails: {
    name: 'azure up fails',
    expected: 'a late creation is made to fail: what was made before it stays in its stacks',
  },
  up: { name: 'azure up', expected: 'the retry creates the rest' },
  upAgain: { name: 'azure up again', expected: 'no changes' },
  azureUpAgain: {
    name: 'azure up after destroy',
    expected: 'names that services keep of deleted resources are refused; the next generation has others and comes up',
  },
  azureDestroy: { name: 'azure destroy', expected: 'everything is deleted that is not retained' },
} as const satisfies Readonly<Record<string, Step>>;
