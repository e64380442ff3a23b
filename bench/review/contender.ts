import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { priceBook } from '../../bin/project/price-book';
import { readAssembly } from '../../lib/graph';
import { readTemplate } from '../../lib/graph/text/template-text';
import { schemaPlaces } from '../../lib/review/change/schema-places';
import { reviewChange } from '../../lib/review/review-change';

/*
 * One contender in a process of its own: reads the pairs of templates of a folder, compares them, and prints processor time and
 * the most memory. `node --require ./bin/typescript.js bench/review/contender.ts NAME FOLDER STACKS [MODULES]`
 */
const [name = '', folder = '', stacks = '1', modules = ''] = process.argv.slice(2);

/** What `cdk diff` calls for each stack; the text that it prints is not made. */
interface FullDiff {
  readonly fullDiff: (before: object, after: object) => { readonly differenceCount: number };
}

function texts(index: number): readonly [string, string] {
  const read = (side: string): string => readFileSync(join(folder, `${side}-${index}.json`), 'utf8');
  return [read('base'), read('next')];
}

/** Reading, comparison, concerns: all of a review but the rules, which judge one side. */
function ours(index: number): number {
  const [base, next] = texts(index).map((text) => {
    const template = readTemplate(text, 'stack.json');
    if (!template.ok) throw new Error(JSON.stringify(template.issues));
    const graph = readAssembly([{ environment: 'dev', stack: 'stack', template: template.value }]);
    return { label: 'stack.json', graph, findings: [] };
  });
  if (base === undefined || next === undefined) throw new Error('a pair has two sides');
  const facts = { placesOf: schemaPlaces };
  const money = { prices: priceBook(), regionOf: () => 'eu-central-1' };
  return reviewChange({ base, next, facts, context: {}, money, unverified: [] }).changes.length;
}

function theirs(index: number): number {
  const load = createRequire(resolve(modules, 'any.js'));
  const { fullDiff } = load('@aws-cdk/cloudformation-diff') as FullDiff;
  const [base, next] = texts(index).map((text) => JSON.parse(text) as object);
  return fullDiff(base ?? {}, next ?? {}).differenceCount;
}

const compare = name === 'llmops' ? ours : theirs;
if (name !== 'llmops') createRequire(resolve(modules, 'any.js'))('@aws-cdk/cloudformation-diff');
const before = process.cpuUsage();
let changes = 0;
for (let index = 0; index < Number(stacks); index += 1) changes += compare(index);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({ changes, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
