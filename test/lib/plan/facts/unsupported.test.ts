import { catalog } from '../../../../lib/catalog';
import { estimate } from '../../../../lib/plan/estimate/estimate';
import { findModel } from '../../../../lib/plan/facts/lookup';
import { withUserRows } from '../../../../lib/plan/facts/user-rows';

const named = catalog.unsupportedModels ?? [];

test('what cannot be sized is refused with the reason and its source', () => {
  expect(named.length).toBeGreaterThan(10);
  for (const { id, reason, source } of named) {
    expect(findModel(catalog, id, 'models.chat.id')).toMatchObject({
      ok: false,
      issues: [{ code: 'ArchitectureUnsupported', path: 'models.chat.id', got: id }],
    });
    expect(findModel(catalog, id, 'models.chat.id').issues[0]?.message).toContain(`${reason} (${source}`);
  }
});

test('an estimate refuses it in the same words', () => {
  const request = { instance: 'ml.p5.48xlarge', concurrency: 1, inputTokens: 1000, outputTokens: 100 };
  expect(estimate({ ...request, model: 'deepseek-ai/deepseek-v4-flash' }, catalog).issues).toMatchObject([
    {
      code: 'ArchitectureUnsupported',
      path: 'model',
      message: expect.stringContaining('compressed entries') as string,
    },
  ]);
});

test('a row of the user takes its place', () => {
  const row = {
    id: 'deepseek-ai/DeepSeek-V4-Flash',
    kind: 'text-generation',
    totalParams: 280,
    layers: 43,
    hidden: 4096,
    heads: 64,
    kvHeads: 1,
    headDim: 512,
    attention: 'MLA',
    sparseAttention: { topTokens: 512, indexBytes: 132 },
    vocab: 129_280,
    tiedEmbeddings: false,
    maxContext: 1_048_576,
    checkpointGiB: 155,
    source: 'measured',
    asOf: '2026-11-01',
  };
  const own = withUserRows(catalog, { catalog: { models: [row] } });
  expect(findModel(own.catalog, row.id, 'models.chat.id')).toMatchObject({ ok: true, value: { kvHeads: 1 } });
});
