import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case';

/** What Azure landing zones of others have. */
export const azureBreadth: Case = {
  id: 'azure-breadth',
  fault: 'Foundry projects, agents, API gateway, existing networks and AKS are missing',
  expected: 'the nouns that peers have',
  open: {
    why: 'they come with issues 9, 13, 15 and 16',
    stillOpen: () =>
      ['gateway', 'agent', 'cluster'].every((noun) => !existsSync(join(__dirname, '../../../constructs/azure', noun))),
  },
};
