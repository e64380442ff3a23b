import { estimateText } from '../../../bin/estimate/text';
import { catalog } from '../../../lib/catalog';
import type { Estimate } from '../../../lib/plan/estimate/estimate';
import { estimate } from '../../../lib/plan/estimate/estimate';
import { longestLine, terminal } from '../../helpers/terminal';

function estimated(instance: string, concurrency = 16, tensorParallel?: number): Estimate {
  const split = tensorParallel === undefined ? {} : { tensorParallel };
  const load = { concurrency, inputTokens: 1500, outputTokens: 300, ...split };
  const answer = estimate({ model: 'Qwen/Qwen3-32B', instance, ...load }, catalog);
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.value;
}

test.each([
  ['fits', estimated('ml.g6e.12xlarge')],
  ['queues', estimated('ml.g6e.12xlarge', 200)],
  ['does not fit', estimated('ml.g5.2xlarge')],
])('the note of a model that %s keeps to 80 and 100 columns', (_what, answer) => {
  for (const columns of [80, 100])
    expect(longestLine(estimateText(answer, terminal(columns)))).toBeLessThanOrEqual(columns);
});

test('the note of a model that fits says how fast, how dear, how hungry and how sure', () => {
  const text = estimateText(estimated('ml.g6e.12xlarge', 16, 2), terminal(100));
  expect(text).toContain('Qwen/Qwen3-32B in bf16 on ml.g6e.12xlarge (2 of 4 L40S), us-east-1');
  expect(text).toContain('16 requests in flight of 1,500 + 300 tokens');
  expect(text).toMatch(/^fits {6}yes: the KV cache has space for [\d,]+ tokens/m);
  expect(text).toMatch(/^speed {5}first token [\d,]+ ms ± \d+ %, per token \d+ ms ± \d+ %$/m);
  expect(text).toMatch(
    /^cost {6}\$[\d.]+ an hour \(\w+, 20\d\d-\d\d-\d\d\)\n {10}\$[\d.]+ per million output tokens \(.* 2 of its/m,
  );
  expect(text).toMatch(
    /^splits {4}tensor parallel 1 does not fit\n {10}tensor parallel 4: [\d,]+ ms per token, [\d,]+ tokens\/s, \$/m,
  );
  expect(text).toMatch(/^energy {4}[\d,]+ W of GPUs/m);
  expect(text).toMatch(/^evidence {2}\w+: ./m);
  expect(text).not.toContain('run at a time');
});

test('the note says how many requests wait when the cache is too small for all', () => {
  expect(estimateText(estimated('ml.g6e.12xlarge', 200, 2), terminal(100))).toMatch(
    /only [\d.]+ of 200 requests run at a time; a request waits [\d,]+ ms/,
  );
});

/** A text on one line. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

test('the note of a model that does not fit gives the limit and no figures', () => {
  const text = unwrapped(estimateText(estimated('ml.g5.2xlarge'), terminal(100)));
  expect(text).toMatch(/ vllm 0.27.1 with 0.9 of the GPU memory fits no: .* is usable no request fits at all cost /);
  expect(text).toMatch(/ [\d.]+ usable is less than [\d.]+ weights \+ /);
  expect(text).not.toMatch(/ speed |per million|W of GPUs| -\d/);
});

test('parts of the memory add up to what is usable', () => {
  const text = unwrapped(estimateText(estimated('ml.g6e.12xlarge'), terminal(100)));
  const [, usable = '', parts = ''] = /([\d.]+) usable = (.*?) evidence/.exec(text) ?? [];
  const sum = [...parts.matchAll(/[\d.]+/g)].reduce((total, [part]) => total + Number(part), 0);
  expect(Math.abs(sum - Number(usable))).toBeLessThan(0.05);
});
