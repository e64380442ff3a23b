import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/command';
import { obstacle, readRecipes } from '../helpers/recipes';

/* The quick half: test/e2e/recipes.test.ts follows the recipes in a copy of the tree. */
const recipes = readRecipes(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'));

test.each(recipes.map(({ title, edits }) => [title, edits] as const))(
  'CONTRIBUTING names lines of the tree as it is: %s',
  (_title, edits) => {
    expect(edits.map((edit) => obstacle(root, edit)).filter((problem) => problem !== undefined)).toEqual([]);
  },
);

test('fails an edit that follows no line, two lines, or makes a file that exists', () => {
  const edit = { file: 'LICENSE', mode: 'insert-after', text: '' } as const;
  expect(obstacle(root, { ...edit, anchor: 'no such line' })).toContain('0 lines');
  expect(obstacle(root, { ...edit, anchor: '' })).toMatch(/\d+ lines are ""/);
  expect(obstacle(root, { ...edit, mode: 'create', anchor: undefined })).toBe('LICENSE exists');
  expect(obstacle(root, { ...edit, file: 'nowhere', anchor: '' })).toBe('nowhere does not exist');
});

test.each(['mode=insert-after', 'mode=replace "x"', 'mode=create and more'])('fails a block that says %s', (mode) => {
  expect(() => readRecipes(`## Recipe: x\n\n\`\`\`ts file=a.ts ${mode}\ntext\n\`\`\`\n`)).toThrow('expected file=path');
});
