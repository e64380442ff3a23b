import type { Mistake } from '../../helpers/spec-mistakes';
import { reported } from '../../helpers/spec-mistakes';

const mistakes: readonly Mistake[] = [
  [
    'an unknown field',
    'endpoints/chat/trafic',
    {},
    {
      code: 'UnknownField',
      path: 'endpoints.chat.trafic',
      got: 'trafic',
      expected: `field 'adapters', 'clouds', 'compareWith', 'failover', 'model', 'pinned', 'rollback', 'serving', 'slo', 'traffic', 'weights', 'whenIdle' or one of 1 more`,
      fix: `did you mean 'traffic'?`,
    },
  ],
  [
    'a missing field',
    'owner/team',
    undefined,
    { code: 'MissingField', path: 'owner.team', got: undefined, expected: 'a string', fix: 'add owner.team' },
  ],
  [
    'a value of another type',
    'name',
    7,
    { code: 'WrongType', path: 'name', got: 7, expected: 'a string', fix: "write '7'" },
  ],
  [
    'an unknown word',
    'dataClass',
    'confidental',
    {
      code: 'UnknownValue',
      path: 'dataClass',
      got: 'confidental',
      expected: `'confidential', 'internal', 'public' or 'restricted'`,
      fix: `did you mean 'confidential'?`,
    },
  ],
  [
    'an unknown kind of model',
    'models/embed/kind',
    'bedrok',
    {
      code: 'UnknownValue',
      path: 'models.embed.kind',
      got: 'bedrok',
      expected: `'azure-openai', 'bedrock' or 'open-weights'`,
      fix: `did you mean 'bedrock'?`,
    },
  ],
  [
    'a number that is not positive',
    'endpoints/chat/traffic/peakConcurrency',
    0,
    {
      code: 'NumberOutOfRange',
      path: 'endpoints.chat.traffic.peakConcurrency',
      got: 0,
      expected: 'more than 0',
      fix: 'use more than 0',
    },
  ],
  [
    'a number that is not finite',
    'endpoints/chat/traffic/hoursPerDay',
    Number.POSITIVE_INFINITY,
    {
      code: 'WrongType',
      path: 'endpoints.chat.traffic.hoursPerDay',
      got: Number.POSITIVE_INFINITY,
      expected: 'a number',
      fix: 'write a number',
    },
  ],
  [
    'a fraction of a token',
    'endpoints/chat/traffic/inputTokens',
    1.5,
    {
      code: 'NumberOutOfRange',
      path: 'endpoints.chat.traffic.inputTokens',
      got: 1.5,
      expected: 'a whole number',
      fix: 'use a whole number',
    },
  ],
  [
    'a day of more than 24 hours',
    'endpoints/chat/traffic/hoursPerDay',
    25,
    {
      code: 'NumberOutOfRange',
      path: 'endpoints.chat.traffic.hoursPerDay',
      got: 25,
      expected: 'at most 24',
      fix: 'use at most 24',
    },
  ],
  [
    'no cloud to run on',
    'endpoints/chat/clouds',
    [],
    {
      code: 'EmptyList',
      path: 'endpoints.chat.clouds',
      got: [],
      expected: 'a list with at least one entry',
      fix: 'add an entry to endpoints.chat.clouds or remove what it belongs to',
    },
  ],
  [
    'gates that are neither a list nor a waiver',
    'environments/prod/gates',
    'none',
    {
      code: 'WrongType',
      path: 'environments.prod.gates',
      got: 'none',
      expected: 'a list of gates or { waived: true, reason }',
      fix: 'write a list of gates or { waived: true, reason }',
    },
  ],
  [
    'an unknown gate',
    'environments/prod/gates',
    [{ kind: 'aproval', by: ['leads'] }],
    {
      code: 'UnknownValue',
      path: 'environments.prod.gates[0].kind',
      got: 'aproval',
      expected: `'approval' or 'soak'`,
      fix: `did you mean 'approval'?`,
    },
  ],
];

test.each(mistakes)('fails on %s and says how to right it', (_title, path, value, issue) => {
  expect(reported(path, value)).toEqual([issue]);
});
