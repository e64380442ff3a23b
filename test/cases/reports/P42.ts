import { settle } from '../../../lib/plan';
import { bedrock } from '../../../lib/platform';
import { awsIn, codesOf, planManaged } from '../../helpers/managed-models';
import type { Case } from '../case';

const haiku = bedrock('anthropic.claude-haiku-4-5-20251001-v1:0');

function planned(region: string, residency?: 'eu' | 'us') {
  return planManaged({ cmp: haiku }, awsIn(region), residency === undefined ? {} : { residency });
}

export const p42: Case = {
  id: 'P42',
  fault: 'a model that is served through inference profiles only is planned as served in its region',
  expected: 'how a model is served, where a profile sends data, and whether that stays inside the residency',
  check() {
    const inside = planned('eu-central-1', 'eu');
    if (!inside.ok) throw new Error(JSON.stringify(inside.issues));
    const model = settle(inside.value).aws?.deployment.models?.['cmp'];
    const regions = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];
    expect(model).toEqual({
      invokeId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
      inference: 'geographic',
      regions,
      invokeArns: [
        'arn:aws:bedrock:eu-central-1:111111111111:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0',
        ...regions.map((at) => `arn:aws:bedrock:${at}::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0`),
      ],
    });
    const pinned = planManaged({ cmp: { ...haiku, inference: 'in-region' } }, awsIn('us-east-1'));
    expect(codesOf(pinned)).toEqual(['SkuNotInRegion']);
    const anywhere = planManaged({ cmp: { ...haiku, inference: 'global' } }, awsIn('us-east-1'), { residency: 'us' });
    expect(codesOf(anywhere)).toEqual(['ResidencyViolated']);
  },
};
