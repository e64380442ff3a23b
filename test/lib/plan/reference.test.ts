import { catalog } from '../../../lib/catalog';
import type { NameRule } from '../../../lib/plan';
import { nameRules, planAll, walkDecisions } from '../../../lib/plan';
import { resolve } from '../../../lib/platform';
import config from '../../../llmops.config';

const resolved = resolve(config);
const planned = resolved.ok ? planAll(resolved.value, catalog) : resolved;
const plans = planned.ok ? Object.values(planned.value) : [];

test('plans every environment of the reference config on the real catalogue', () => {
  expect(planned.issues).toEqual([]);
  expect(plans.map(({ environment }) => environment)).toEqual(['dev', 'qa', 'prod']);
});

test('gives a 32-billion model real machines on both clouds, with a price and where it comes from', () => {
  for (const { aws, azure } of plans) {
    const onAws = aws?.deployment.endpoints.chat;
    const onAzure = azure?.deployment.endpoints.chat;
    expect(onAws?.instanceType.value).toMatch(/^ml\./);
    expect(onAzure?.instanceType.value).toMatch(/^Standard_N/);
    for (const cost of [onAws?.usdPerMonth, onAzure?.usdPerMonth]) {
      expect(cost?.value).toBeGreaterThan(500);
      expect(cost?.because[0]?.source?.asOf).toMatch(/^\d{4}-\d{2}-\d{2}/);
      expect(cost?.because[0]?.text).toMatch(/a published price|the price is (estimated|approximate)/);
    }
  }
});

test('names everything as its service wants', () => {
  const names = plans.flatMap((plan) => [...walkDecisions(plan)]).filter(([, { because }]) => isName(because[0]?.rule));
  expect(names.length).toBeGreaterThan(60);
  for (const [path, { value, because }] of names) {
    const rule = ruleOf(because[0]?.rule ?? '');
    expect([path, value]).toEqual([path, expect.stringMatching(rule.pattern)]);
    expect([path, String(value).length <= rule.max]).toEqual([path, true]);
  }
});

function isName(rule: string | undefined): boolean {
  return rule?.startsWith('name.') === true;
}

function ruleOf(id: string): NameRule {
  const found = Object.entries(nameRules).find(([service]) => `name.${service}` === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found[1];
}
