import { awsCase } from '../../helpers/case-config';
import type { Case } from '../case';

export const p19: Case = {
  id: 'P19',
  fault: 'scale to zero is planned in a region that does not have it, and fails at the deployment',
  expected: 'the plan refuses it, and names keep-warm and the regions that have it',
  check: () => {
    const { ok, issues } = awsCase({ region: 'eu-west-3', endpoint: { whenIdle: 'scale-to-zero' } });
    expect(ok).toBe(false);
    const refusal = issues.find(({ code }) => code === 'ScaleToZeroNotInRegion');
    expect(refusal).toMatchObject({ path: 'endpoints.chat.whenIdle', got: 'scale-to-zero' });
    expect(refusal?.fix).toContain("'keep-warm'");
    expect(refusal?.fix).toContain("'eu-central-1'");
    expect(awsCase({ region: 'us-east-1', endpoint: { whenIdle: 'scale-to-zero' } }).ok).toBe(true);
  },
};
