import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { priceBook } from '../../bin/project/price-book';
import { readAssembly } from '../../lib/graph';
import { readTemplate } from '../../lib/graph/text/template-text';
import { schemaPlaces } from '../../lib/review/change/schema-places';
import { reviewChange } from '../../lib/review/review-change';

/*
 * The kit in a process of its own: reads the pairs of templates of a folder, compares them, and prints what it took.
 * `node --require ./bin/typescript.js bench/review/contender.ts FOLDER STACKS`
 */
const [folder = '', stacks = '1'] = process.argv.slice(2);

function texts(index: number): readonly [string, string] {
  const read = (side: string): string => readFileSync(join(folder, `${side}-${index}.json`), 'utf8');
  return [read('base'), read('next')];
}

/** Reading, comparison, concerns: all of a review but the rules, which judge one side. */
function compare(index: number, prices: ReturnType<typeof priceBook>): number {
  const [base, next] = texts(index).map((text) => {
    const template = readTemplate(text, 'stack.json');
    if (!template.ok) throw new Error(JSON.stringify(template.issues));
    const graph = readAssembly([{ environment: 'dev', stack: 'stack', template: template.value }]);
    return { label: 'stack.json', graph, findings: [] };
  });
  if (base === undefined || next === undefined) throw new Error('a pair has two sides');
  const facts = { placesOf: schemaPlaces };
  const money = { prices, regionOf: () => 'eu-central-1' };
  return reviewChange({ base, next, facts, context: {}, money, unverified: [] }).changes.length;
}

const loaded = process.resourceUsage().maxRSS / 1024;
const before = process.cpuUsage();
// Once a process, as the command does.
const prices = priceBook();
let changes = 0;
for (let index = 0; index < Number(stacks); index += 1) changes += compare(index, prices);
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ changes, seconds: (user + system) / 1e6, megabytes, added: megabytes - loaded }));
