import { assetRows } from '../../../../lib/review/plan-report/asset-rows';
import { environmentPlan } from '../../../helpers/plan';

const rows = assetRows(environmentPlan());

test('every asset is a row that says where it must be and who brings it', () => {
  expect(rows).toHaveLength(Object.keys(environmentPlan().assets).length);
  const row = rows.find(({ what, cloud }) => what === 'weights chat' && cloud === 'aws');
  expect(row?.lines.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^s3:\/\/.*\/models\/Qwen\/Qwen3-32B\//),
    "61 GiB, brought by 'llmops assets push', after integration, before deployment",
    'unsigned: hashes of the import only',
  ]);
});

test('what stops a deployment and is not there by itself stands out', () => {
  const tones = Object.fromEntries(rows.map(({ what, cloud, lines }) => [`${cloud} ${what}`, lines[1]?.tone]));
  expect(tones).toMatchObject({ 'aws weights chat': 'warn', 'azure image chat': 'warn' });
  expect(tones['aws image chat']).toBeUndefined();
  expect(tones['aws documents handbook']).toBeUndefined();
});
