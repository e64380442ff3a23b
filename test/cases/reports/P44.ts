import { bedrock } from '../../../lib/platform';
import { awsIn, planManaged } from '../../helpers/managed-models';
import type { Case } from '../case';

export const p44: Case = {
  id: 'P44',
  fault: 'an agent cannot take an inference profile',
  expected: 'an agent that calls a model through its profile',
  open: {
    why: 'the kit declares no agents; a plan names the profile and its rights already',
    stillOpen() {
      const planned = planManaged({ chat: bedrock('anthropic.claude-haiku-4-5-20251001-v1:0') }, awsIn('us-east-1'));
      return planned.ok && !('agents' in (planned.value.aws?.deployment ?? {}));
    },
  },
};
