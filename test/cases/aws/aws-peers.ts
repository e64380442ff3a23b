import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case';

/** What construct libraries of others have. */
export const awsPeers: Case = {
  id: 'aws-peers',
  fault: 'agents, guardrails, prompts, gateways and other engines are missing',
  expected: 'the nouns that peers have',
  open: {
    why: 'behaviour, serving and gateways come with issues 13, 15 and 16',
    stillOpen: () =>
      ['agent', 'guardrail', 'prompt', 'gateway'].every(
        (noun) => !existsSync(join(__dirname, '../../../constructs/aws', noun)),
      ),
  },
};
