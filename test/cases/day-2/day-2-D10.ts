import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../helpers/command';
import type { Case } from '../case';

export const listOfNothing: Case = {
  id: 'day-2-D10',
  fault: '`npx cdk ls` with a pattern that matches nothing ends with 0, which is the behaviour of the CLI',
  expected: 'the page of commands says so, with a check that a pipeline can use; the kit generates no pipeline',
  check: () => {
    const commands = readFileSync(join(root, 'docs/commands.md'), 'utf8').replaceAll(/\s+/g, ' ');
    expect(commands).toContain("`npx cdk ls 'x/*'` ends with 0 when no stack matches");
    expect(commands).toContain("`npx cdk ls 'dev/*' | grep .`");
  },
};
