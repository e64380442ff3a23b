import { awsCase, caseEndpoint } from '../../helpers/case-config';
import type { Case } from '../case';

const quota = 'ml.g6.xlarge for endpoint usage';
const endpoint = caseEndpoint({
  traffic: { peakConcurrency: 4, inputTokens: 1000, outputTokens: 250 },
  pinned: { aws: { instanceType: 'ml.g6.xlarge', replicas: 2 } },
});

export const p27: Case = {
  id: 'P27',
  fault: 'two endpoints of four instances each share a quota of five',
  expected: 'QuotaExhausted with the sum and the shares',
  check: () => {
    const aws = { account: '111111111111', region: 'eu-west-2', cidr: '10.20.0.0/16', quotas: { [quota]: 5 } };
    const { ok, issues } = awsCase({
      environment: { tier: 'production', aws },
      endpoints: { a: endpoint, b: endpoint },
    });
    expect(ok).toBe(false);
    const [exhausted] = issues.filter(({ code }) => code === 'QuotaExhausted');
    expect(exhausted).toMatchObject({ got: 5, expected: 'at least 8 instances' });
    expect(exhausted?.message).toContain('dev.a takes 4, dev.b takes 4');
  },
};
