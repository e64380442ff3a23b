import { openWeights } from '../../../lib/platform';
import { awsCaseIssues } from '../../helpers/case-config';
import type { Case } from '../case';

const model = openWeights('Qwen/Qwen3-30B-A3B-FP8', { revision: '0123456789abcdef0123456789abcdef01234567' });
const pinned = { aws: { instanceType: 'ml.g6e.12xlarge', tensorParallel: 4 } };

export const p01: Case = {
  id: 'P01',
  fault: 'a split that cuts a block of fp8 experts was planned without a word',
  expected:
    'TensorParallelIllegal with the arithmetic, the legal splits 1 and 2, and expert parallelism as the other way',
  check: () => {
    expect(awsCaseIssues({ region: 'us-east-1', model, endpoint: { pinned } })).toMatchObject([
      {
        code: 'TensorParallelIllegal',
        path: 'endpoints.chat.pinned.aws.tensorParallel',
        got: 4,
        message: expect.stringContaining('768 / 4 = 192') as string,
        expected: '1, 2 (ml.g6e.12xlarge has 4)',
        fix: expect.stringContaining('endpoints.chat.serving.expertParallel') as string,
      },
    ]);
  },
};
