import type { SettledAwsPlan } from '../../../plan';
import type { OfflineCheck, PolicyRequest, PreflightInput } from '../../check';
import { at, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import { plannedActions } from '../../planned-actions';
import { serviceControlPolicies } from '../../policy-files';

const id = 'aws.organisation-policies';

/**
 * What the service control policies of `--policies` say to every model in every region that its profile routes to, and to
 * what the deployment creates. A call of a global profile has the requested region `unspecified`.
 * Source: docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html, and aws-samples/service-control-policy-examples PR 26 (read 2026-11-30).
 */
export const serviceControl: OfflineCheck = {
  id,
  cloud: 'aws',
  asks: 'Do the organisation policies of --policies allow every model in every region of its profile, and what is created?',
  questions: [],
  run: (input) => {
    const { aws } = input;
    const documents = serviceControlPolicies(input.policies);
    if (aws === undefined || documents.length === 0) return [];
    const models = Object.entries(aws.deployment.models ?? {}).flatMap(([key, { invokeArns }]) =>
      invokeArns.map((arn) => ({ of: `model ${key}`, request: invocation(arn, aws) })),
    );
    const created = plannedActions(aws).map((request) => ({ of: 'the deployment', request: inRegion(request, aws) }));
    return [...models, ...created].flatMap((one) => judged(one, documents, input));
  },
};

interface Asked {
  readonly of: string;
  readonly request: PolicyRequest;
}

function judged(
  { of, request }: Asked,
  policies: readonly { file: string; document: unknown }[],
  input: PreflightInput,
): readonly Outcome[] {
  const region = request.context['aws:RequestedRegion'] ?? 'unspecified';
  const place = at({ id, cloud: 'aws' }, `${of} in ${region}`);
  const denying = policies.find(({ document }) => input.judge([document], request).denies);
  const all = input.judge(
    policies.map(({ document }) => document),
    request,
  );
  const closed = !all.allows && policies.some(({ document }) => allowsSomething(document));
  if (denying === undefined && !closed) return [passed(place, `${request.action} is not denied`)];
  const by = denying === undefined ? 'no policy of the files allows it' : `denied by ${denying.file}`;
  return [
    {
      kind: 'finding',
      ...place,
      cause: 'policy-forbids',
      got: `${request.action} on ${request.resource}: ${by}`,
      expected: `${request.action} allowed in ${region}`,
      fix:
        of === 'the deployment'
          ? `ask for an exception for ${region}, or move the environment to a region that is allowed`
          : `ask for an exception for Bedrock inference in ${region}, or pin models.<key>.inference to a place that is allowed`,
      next: of === 'the deployment' ? noneKnown : otherInference(of, input),
    },
  ];
}

/** The same model, served in the region of the call or in a smaller geography. */
function otherInference(of: string, { aws, catalog }: PreflightInput): string {
  const model = aws?.deployment.models?.[of.replace('model ', '')];
  const modelId = model?.invokeArns.at(-1)?.split('/').at(-1);
  const row = catalog.managedModels.find(({ service, id: known }) => service === 'bedrock' && known === modelId);
  const offers = row?.versions.flatMap((version) => version.offers) ?? [];
  const regional = offers.find(
    ({ sku, regions }) => sku === 'in-region' && aws !== undefined && regions.includes(aws.region),
  );
  if (regional !== undefined) return `${modelId} in ${aws?.region} itself (inference: 'in-region')`;
  const elsewhere = offers.find(({ sku }) => sku === 'in-region')?.regions[0];
  return elsewhere === undefined ? noneKnown : `${modelId} served in ${elsewhere} itself`;
}

function invocation(arn: string, { account }: SettledAwsPlan): PolicyRequest {
  const region = arn.split(':')[3] ?? '';
  return {
    action: 'bedrock:InvokeModel',
    resource: arn,
    context: {
      'aws:RequestedRegion': region === '' ? 'unspecified' : region,
      'aws:PrincipalAccount': account,
      'aws:PrincipalArn': `arn:aws:iam::${account}:role/application`,
    },
  };
}

function inRegion(request: PolicyRequest, { account, region, bootstrapQualifier }: SettledAwsPlan): PolicyRequest {
  return {
    ...request,
    context: {
      'aws:RequestedRegion': request.action.startsWith('iam:') ? 'us-east-1' : region,
      'aws:PrincipalAccount': account,
      'aws:PrincipalArn': `arn:aws:iam::${account}:role/cdk-${bootstrapQualifier}-cfn-exec-role-${account}-${region}`,
      ...request.context,
    },
  };
}

function allowsSomething(document: unknown): boolean {
  return JSON.stringify(document).includes('"Effect":"Allow"');
}
