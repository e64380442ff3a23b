import { llmops } from '../helpers/command';

const load = ['--concurrency', '16', '--input-tokens', '1500', '--output-tokens', '300'];

const aNumber: unknown = expect.any(Number);

function estimate(...args: readonly string[]) {
  return llmops(['estimate', ...args]);
}

test('estimate prints figures with their units as JSON and nothing else, and passes when the model fits', async () => {
  const run = await estimate('--model', 'Qwen/Qwen3-32B', '--instance', 'ml.g6e.12xlarge', ...load, '--json');
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({
    fits: true,
    service: 'sagemaker',
    region: 'us-east-1',
    tensorParallel: 4,
    dtype: 'bf16',
    kvTokens: aNumber,
    ttftMs: aNumber,
    tpotMs: aNumber,
    tokensPerSecond: aNumber,
    requestsPerSecond: aNumber,
    usdPerHour: aNumber,
    usdPerMillionTokens: aNumber,
    watts: aNumber,
    gco2ePer1kTokens: aNumber,
    errorPercent: aNumber,
    memory: { usableGiB: aNumber, weightsGiB: aNumber, kvCacheGiB: aNumber },
  });
});

test('estimate takes an Azure size and prints a note a person reads', async () => {
  const run = await estimate('--model', 'Qwen/Qwen3-8B', '--instance', 'Standard_NC24ads_A100_v4', ...load);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('on Standard_NC24ads_A100_v4 (1 of 1 A100-80GB-PCIe), eastus');
  expect(run.stdout).toMatch(/first token [\d.,]+ ms ± \d+ %, per token/);
});

test('fails with 1 when the model does not fit, and names the limit, the request and what works', async () => {
  const run = await estimate('--model', 'Qwen/Qwen3-32B', '--instance', 'ml.g5.2xlarge', ...load, '--json');
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('[DoesNotFit]');
  expect(run.stderr).toMatch(/cache for one request of 1800 tokens\), and 19\.9 GiB is usable/);
  const answer = JSON.parse(run.stdout) as { fits: boolean; nearest: readonly string[] };
  expect(answer.fits).toBe(false);
  expect(answer.nearest.join()).toMatch(/ml\.\S+ with tensor parallel \d in bf16 \(\$[\d.]+ an hour/);
});

test('fails with 2 and every mistake at once, with what was meant', async () => {
  const run = await estimate(
    ...['--model', 'Qwen3-32B', '--instance', 'ml.g6e.12xlrge', '--dtype', 'fp7', '--tensor-parallel', '0'],
    ...['--concurrency', 'many', '--input-tokens', '0'],
  );
  expect(run.code).toBe(2);
  expect(run.stdout).toBe('');
  expect(run.stderr.match(/\[\w+\]/g)).toEqual([
    '[OptionMissing]',
    '[UnknownModel]',
    '[UnknownInstance]',
    '[UnknownDtype]',
    '[TensorParallelIllegal]',
    '[NotPositive]',
    '[NotPositive]',
  ]);
  expect(run.stderr).toContain("did you mean 'Qwen/Qwen3-32B'?");
  expect(run.stderr).toContain("did you mean 'ml.g6e.12xlarge'?");
  expect(run.stderr).toContain('error --output-tokens: the option is required');
});

test('fails with 1 on a load that no copy could answer in time', async () => {
  const run = await estimate(
    ...['--model', 'Qwen/Qwen3-32B', '--instance', 'ml.g6e.12xlarge'],
    ...['--concurrency', '1e9', '--input-tokens', '1500', '--output-tokens', '300'],
  );
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('[QueueTooLong]');
});
