import { onlyResource, resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';

const oncall = {
  configurationName: 'support-prod-oncall',
  tenantId: '00000000-0000-4000-8000-000000000001',
  teamId: '00000000-0000-4000-8000-000000000002',
  channelId: '19%3A0123456789abcdef%40thread.tacv2',
};

test('a channel of Teams gets what the topic of the environment gets', () => {
  const { observability } = settledPlan('prod').aws;
  const { foundation } = stageTemplates(
    settledPlan('prod', { observability: { ...observability, alarmTeams: { oncall } } }),
  );
  if (foundation === undefined) throw new Error('no foundation');
  const [[topic] = ['']] = resourcesOf(foundation, 'AWS::SNS::Topic');
  const { Properties } = onlyResource(foundation, 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration');
  expect(Properties.SnsTopicArns).toEqual([{ Ref: topic }]);
});
