import {
  answerSeconds,
  azureRequestTimeout,
  azureStartupTimeout,
  downloadTimeout,
  secondsToStart,
  startupTimeout,
} from '../../../../lib/plan/endpoint/timeouts';
import { endpoint } from '../../../helpers/platform';
import { size } from '../../../helpers/sized-endpoint';

test.each([
  // GiB of weights; download at 0.1 GiB/s, load at 0.25 GiB/s and 300 s of start, in whole minutes.
  [1, 60, 360, 360],
  [6, 60, 360, 420],
  [6.1, 120, 360, 420],
  [60, 600, 540, 1140],
  [360, 3600, 1740, 5340],
  [361, 3600, 1800, 5400],
  [1000, 3600, 3600, 7200],
])(
  '%d GiB of weights wait %d s for the download, %d s to start and %d s on Azure',
  (weightsGiB, download, start, azure) => {
    const weights = size({ weightsGiB });
    expect(downloadTimeout(weights).value).toBe(download);
    expect(startupTimeout(weights).value).toBe(start);
    expect(azureStartupTimeout(weights).value).toBe(azure);
  },
);

test('says where the service cuts a timeout, and only there', () => {
  expect(downloadTimeout(size({ weightsGiB: 361 })).because[0]?.text).toContain('; cut to the 3600 s');
  expect(downloadTimeout(size({ weightsGiB: 360 })).because[0]?.text).not.toContain('cut');
});

test('an answer takes the first token and the time of each other token', () => {
  expect(answerSeconds(endpoint(), size())).toBeCloseTo(0.5 + 199 * 0.02, 10);
});

test.each([
  [200, 30],
  [1000, 70],
  [3000, 180],
])('%d output tokens may take %d s on Azure', (outputTokens, seconds) => {
  const spec = endpoint({ traffic: { peakConcurrency: 8, inputTokens: 1000, outputTokens } });
  expect(azureRequestTimeout(spec, size()).value).toBe(seconds);
});

test('an instance starts in the time of download, load and engine', () => {
  expect(secondsToStart(size({ weightsGiB: 60 }))).toBe(600 + 240 + 300);
});
