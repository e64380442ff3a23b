import { awsCase } from '../../helpers/case-config';
import type { Case } from '../case';

export const p28: Case = {
  id: 'P28',
  fault: 'new accounts have a quota of 0 for GPU endpoints',
  expected: 'QuotaExhausted with what was given and what is needed',
  check: () => {
    const aws = {
      account: '111111111111',
      region: 'us-east-1',
      cidr: '10.20.0.0/16',
      quotas: { 'ml.g5.12xlarge for endpoint usage': 0 },
    };
    const { issues } = awsCase({
      environment: { aws },
      endpoint: { pinned: { aws: { instanceType: 'ml.g5.12xlarge' } } },
    });
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'QuotaExhausted', got: 0, expected: 'at least 2 instances' }),
    );
  },
};
