import { alarms } from '../../../../lib/plan/endpoint/alarms';
import type { SloSpec } from '../../../../lib/platform';
import { endpoint } from '../../../helpers/platform';
import { size } from '../../../helpers/sized-endpoint';

test.each<readonly [SloSpec, number, string, string]>([
  // 500 ms and 199 x 20 ms are predicted; twice that, in steps of 100 ms.
  [{}, 9000, 'predicted', 'predicted'],
  [{ timeToFirstTokenMs: 2000, timePerOutputTokenMs: 50 }, 23_900, 'agreed', 'agreed'],
  [{ timeToFirstTokenMs: 2000 }, 12_000, 'agreed', 'predicted'],
  [{ timePerOutputTokenMs: 50 }, 20_900, 'predicted', 'agreed'],
])('with the objective %j an alarm is raised above %d ms', (slo, ms, first, next) => {
  const { latencyP99Ms, errorPercent } = alarms(endpoint({ slo }), size());
  expect(latencyP99Ms.value).toBe(ms);
  expect(latencyP99Ms.because[0]?.text).toMatch(new RegExp(`\\(${first}\\).*\\(${next}\\)$`));
  expect(errorPercent.value).toBe(1);
});
