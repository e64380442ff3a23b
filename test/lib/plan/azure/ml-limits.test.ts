import { azureMlIssues } from '../../../../lib/plan/azure/ml-limits';
import { endpoint } from '../../../helpers/platform';
import { size } from '../../../helpers/sized-endpoint';

const schedule = { days: 'weekdays', fromHour: 7, toHour: 19 } as const;
const codes = (...request: Parameters<typeof azureMlIssues>): readonly string[] =>
  azureMlIssues(...request).map(({ code, path }) => `${code} ${path}`);

/** 500 ms to the first token and 20 ms for each of the others. */
const answer = (seconds: number) => ({
  key: 'chat',
  endpoint: endpoint({
    traffic: { peakConcurrency: 8, inputTokens: 1000, outputTokens: 1 + (seconds * 1000 - 500) / 20 },
  }),
});

test('an answer may take 180 seconds and no longer', () => {
  expect(codes(answer(180), size(), 1)).toEqual([]);
  expect(azureMlIssues(answer(200), size(), 1)).toEqual([
    {
      code: 'AnswerSlowerThanLimit',
      path: 'endpoints.chat.traffic.outputTokens',
      message: 'a typical answer takes 200 s at the peak; Azure Machine Learning cuts requests after 180 s',
      got: 9976,
      expected: 'answers within 180 s',
      fix: 'limit the length of answers, or set endpoints.chat.slo.timePerOutputTokenMs to 18',
    },
  ]);
});

test('a schedule is reported where it would lower the number of instances', () => {
  const request = { key: 'chat', endpoint: endpoint({ whenIdle: { schedule } }) };
  expect(codes(request, size(), 1)).toEqual([]);
  expect(codes(request, size(), 2)).toEqual(['ScheduleNotDeployed endpoints.chat.whenIdle.schedule']);
  expect(codes({ key: 'chat', endpoint: endpoint() }, size(), 2)).toEqual([]);
});
