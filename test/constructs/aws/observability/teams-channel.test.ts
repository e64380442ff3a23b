import * as sns from 'aws-cdk-lib/aws-sns';
import { TeamsChannel } from '../../../../constructs/aws/observability/teams-channel';
import { onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';

const ids = {
  configurationName: 'support-prod-oncall',
  tenantId: '00000000-0000-4000-8000-000000000001',
  teamId: '00000000-0000-4000-8000-000000000002',
  channelId: '19%3A0123456789abcdef%40thread.tacv2',
};

function declared(more: Partial<typeof ids> = {}) {
  const stack = testStack();
  const topic = sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-central-1:111111111111:alarms');
  new TeamsChannel(stack, 'Teams', { ...ids, topic, ...more });
  return templateOf(stack);
}

test('posts the messages of the topic to the channel', () => {
  expect(onlyResource(declared(), 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration').Properties).toMatchObject({
    ConfigurationName: 'support-prod-oncall',
    TeamsTenantId: ids.tenantId,
    TeamId: ids.teamId,
    TeamsChannelId: ids.channelId,
    SnsTopicArns: ['arn:aws:sns:eu-central-1:111111111111:alarms'],
  });
});

test('nobody in the channel may do anything: the service would allow everything by default', () => {
  const template = declared();
  const { GuardrailPolicies } = onlyResource(template, 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration').Properties;
  expect(JSON.stringify(GuardrailPolicies)).toContain(':iam::aws:policy/CloudWatchReadOnlyAccess');
  const role = onlyResource(template, 'AWS::IAM::Role').Properties;
  expect(role).not.toHaveProperty('Policies');
  expect(role).not.toHaveProperty('ManagedPolicyArns');
  expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
});

test.each([
  ['a name with a space', { configurationName: 'on call' }],
  ['a tenant that is no UUID', { tenantId: 'example.com' }],
  ['a channel by its name', { channelId: 'oncall' }],
])('%s is refused', (_, more) => {
  expect(() => declared(more)).toThrow(/InvalidProps/);
});
