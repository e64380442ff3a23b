import { weightsSize } from '../../../../lib/plan/assets/weights-size';
import { catalog } from '../../../helpers/catalog';

function row(id: string): (typeof catalog.models)[number] {
  const found = catalog.models.find((model) => model.id === id);
  if (found === undefined) throw new Error(`the fixture has no ${id}`);
  return found;
}

test('the published format takes two bytes per parameter, and fp8 half of it beside the embedding', () => {
  const model = row('Qwen/Qwen3-32B');
  const published = weightsSize(model).value;
  expect(published).toBe(Math.round(model.totalParams * 2e9));
  const embedding = model.vocab * model.hidden;
  expect(weightsSize(model, 'fp8').value).toBe(Math.round(model.totalParams * 1e9 + embedding));
});

test('a published size is used as it is, with its source', () => {
  const size = weightsSize({ ...row('Qwen/Qwen3-32B'), checkpointGiB: 61.5 });
  expect(size.value).toBe(61.5 * 2 ** 30);
  expect(size.because[0]?.source?.asOf).toMatch(/^\d{4}/);
});
