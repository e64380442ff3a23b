import { evaluation } from '../../../../lib/review/concern/evaluation';
import { aws } from '../../../helpers/changes';
import { concernsBetween } from '../../../helpers/concerns';

test('another judge and another threshold are named, another description is not', () => {
  const judge = aws('AWS::SSM::Parameter', 'QualityJudge', { Threshold: 0.8, Description: 'a' });
  const next = { ...judge, properties: { Threshold: 0.5, Description: 'b' } };
  expect(concernsBetween(evaluation, [judge], [next]).map(({ path }) => path)).toEqual(['Threshold']);
  const topic = aws('AWS::SNS::Topic', 'Topic', { Threshold: 0.8 });
  expect(concernsBetween(evaluation, [topic], [{ ...topic, properties: { Threshold: 0.5 } }])).toEqual([]);
});
