import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Files of constructs/ that export a class or a function. */
const files = readdirSync(join(root, 'constructs'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
  .filter((file) => /^export (?:class|function) /m.test(readFileSync(join(root, 'constructs', file), 'utf8')));

test('every construct and component has its own test file', () => {
  expect(files.length).toBeGreaterThan(50);
  const untested = files.filter((file) => !existsSync(join(__dirname, file.replace(/\.ts$/, '.test.ts'))));
  expect(untested).toEqual([]);
});
