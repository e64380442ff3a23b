import { catalog } from '../../../../lib/catalog';
import type { EnvironmentPlan } from '../../../../lib/plan';
import { plan } from '../../../../lib/plan';
import { resolve } from '../../../../lib/platform';
import { reviewText } from '../../../../lib/review/report/text';
import { reviewChange } from '../../../../lib/review/review-change';
import config from '../../../../llmops.config';
import { aws, changeFacts, noPrices } from '../../../helpers/changes';

/** Production as the reference platform has it, and with four times the load that was tried in development. */
function production(load: number): EnvironmentPlan {
  const { chat } = config.endpoints ?? {};
  if (chat === undefined) throw new Error('the reference platform has no endpoint chat');
  const traffic = { ...chat.traffic, peakConcurrency: chat.traffic.peakConcurrency * load };
  const resolved = resolve({ ...config, endpoints: { ...config.endpoints, chat: { ...chat, traffic } } });
  const planned = resolved.ok ? plan(resolved.value, 'prod', catalog) : resolved;
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  return planned.value;
}

const prod = { environment: 'prod' };
const resources = (strength: string, action: string, dimension: number, image: string) => [
  aws(
    'AWS::Bedrock::Guardrail',
    'Guardrail',
    {
      ContentPolicyConfig: {
        FiltersConfig: [{ Type: 'PROMPT_ATTACK', InputStrength: strength, OutputStrength: 'NONE' }],
      },
    },
    prod,
  ),
  aws('AWS::IAM::Role', 'Role', {}, prod),
  aws(
    'AWS::IAM::Policy',
    'Policy',
    { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] } },
    prod,
  ),
  aws('AWS::S3Vectors::Index', 'Index', { Dimension: dimension }, { ...prod, stateful: true }),
  // What changes with every release, and says nothing.
  ...Array.from({ length: 80 }, (_, i) =>
    aws('AWS::Lambda::Function', `F${i}`, { Code: { S3Bucket: 'assets', S3Key: `${image.repeat(64)}.zip` } }, prod),
  ),
  ...Array.from({ length: 60 }, (_, i) => aws('AWS::SNS::Topic', `T${i}`, { DisplayName: image }, prod)),
];

test('a weaker guardrail, a wider role, a replaced index and a jump of cost are on the first screen', () => {
  const review = reviewChange({
    base: {
      label: 'prod',
      graph: resources('HIGH', 'bedrock:InvokeModel', 1024, 'a'),
      findings: [],
      plans: [production(1)],
    },
    next: { label: 'dev', graph: resources('LOW', 'bedrock:*', 512, 'b'), findings: [], plans: [production(4)] },
    facts: changeFacts,
    context: { isProduction: () => true },
    money: noPrices,
    unverified: [],
  });
  const lines = reviewText(review);
  const screen = lines.slice(0, 40).join('\n');
  expect(screen).toMatch(/^blocked +prod aws: 1 replace, 62 update$/m);
  expect(screen).toMatch(
    /^money +prod: \+\$[\d,]+ a month known.*aws\.deployment\.endpoints\.chat \$[\d,]+ → \$[\d,]+/m,
  );
  expect(screen).toMatch(/^block +prod aws app\/Index Dimension: the deployment deletes its data/m);
  expect(screen).toMatch(
    /^warning +prod aws app\/Guardrail .*content filter PROMPT_ATTACK of input is weaker \(HIGH → LOW\)/m,
  );
  expect(screen).toMatch(
    /^warning +prod aws app\/Policy .*app\/Role gets more rights \(bedrock:InvokeModel on \* → bedrock:\* on \*\)/m,
  );
  expect(lines).toContain('folded     80 resources without another change; 80 properties by hash');
});
