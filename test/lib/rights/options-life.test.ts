import type { AskedPermission } from '../../../lib/local/aws';
import { environmentPlan } from '../../helpers/plan';
import { awsPlatform, awsTarget, digest } from '../../helpers/platform';
import { bootstrapped, rightsOf } from './rights-fixture';

/*
 * What the reference platform does not declare: a channel of Microsoft Teams, ingestion and training on a schedule. Their rights
 * are generated, and the local cloud creates and deletes them with these. What the actions are is one table on both sides
 * (lib/constraints/iam/handlers): that it is right is not proven here.
 */
const teams = {
  oncall: {
    tenantId: '00000000-0000-4000-8000-000000000001',
    teamId: '00000000-0000-4000-8000-000000000002',
    channelId: '19%3A0123456789abcdef%40thread.tacv2',
  },
};
const plan = environmentPlan(
  awsPlatform({
    environments: {
      dev: { tier: 'development', aws: { ...awsTarget, alarms: { teams } } },
    },
    knowledge: {
      handbook: { stores: ['s3-vectors'], embedding: 'embed', ingestion: { everyMinutes: 360 } },
    },
    tuning: {
      'chat-lora': {
        base: 'chat',
        method: 'lora',
        image: { repository: 'huggingface-pytorch-training', digest: digest('c') },
        schedule: { cron: '0 3 * * 1', timeZone: 'Europe/Berlin' },
      },
    },
  }),
);
const environment = rightsOf(plan);

test('a channel, deliveries of logs and schedules are among the templates, and all of their rights are narrowed', () => {
  const types = new Set(
    environment.stacks.flatMap(({ template }) =>
      Object.values(template['Resources'] ?? {}).map((resource) => (resource as { readonly Type: string }).Type),
    ),
  );
  for (const type of [
    'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
    'AWS::Logs::DeliverySource',
    'AWS::Scheduler::ScheduleGroup',
  ])
    expect([...types]).toContain(type);
  const passed = environment.rights.statements.filter(({ Action: actions }) => actions.includes('iam:PassRole'));
  expect(JSON.stringify(passed)).toContain('chatbot.amazonaws.com');
  const linked = environment.rights.statements.filter(({ Action: actions }) =>
    actions.includes('iam:CreateServiceLinkedRole'),
  );
  expect(JSON.stringify(linked)).toContain('management.chatbot.amazonaws.com/AWSServiceRoleForAWSChatbot');
});

test('they are created and deleted with the generated policies without a denial', async () => {
  const asked: AskedPermission[] = [];
  const { cloud, api } = await bootstrapped(environment, { onAsked: (one) => asked.push(one) });
  const made = await api.deployAll(environment.templates);
  expect(made.map(({ stack, reason }) => `${stack} ${reason ?? 'done'}`)).toEqual(
    environment.templates.map(({ name }) => `${name} done`),
  );
  for (const { name } of environment.templates.toReversed())
    expect(await api.delete(name)).toMatchObject({ status: 'DELETE_COMPLETE' });
  await cloud.close();
  expect(
    asked
      .filter(({ outcome }) => outcome !== 'allowed')
      .map(({ step, action, resource }) => ({ step, action, resource })),
  ).toEqual([]);
  const actions = asked.map(({ action }) => action);
  for (const action of [
    'chatbot:CreateMicrosoftTeamsChannelConfiguration',
    'logs:CreateDelivery',
    'bedrock:AllowVendedLogDeliveryForResource',
    'scheduler:CreateScheduleGroup',
  ])
    expect(actions).toContain(action);
}, 60_000);
