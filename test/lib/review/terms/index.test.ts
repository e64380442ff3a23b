import type { ResourceGraph, ResourceNode } from '../../../../lib/graph';
import { openDocument, readDocument } from '../../../../lib/graph/read-document';
import { keyOf } from '../../../../lib/review/change/resource-key';
import { concernsOf } from '../../../../lib/review/concern';
import { inReviewTerms } from '../../../../lib/review/terms';
import { changesBetween } from '../../../helpers/changes';
import { resourceNode } from '../../../helpers/resource-node';

/** Codes and paths of every family about two documents, or two sets of properties. */
function said(base: ResourceGraph, next: ResourceGraph): readonly string[] {
  const [before, after] = [base, next].map((graph) => new Map(graph.map((node) => [keyOf(node), node])));
  const changed = changesBetween(base, next).map((change) => {
    const [former, current] = [before?.get(keyOf(change)), after?.get(keyOf(change))];
    return {
      change,
      ...(former === undefined ? {} : { before: former }),
      ...(current === undefined ? {} : { after: current }),
    };
  });
  return concernsOf({ base, next, changed, context: {} }).map(({ code, path }) => `${code} ${path}`.trim());
}

function read(document: object): ResourceGraph {
  const opened = openDocument(JSON.stringify(document), 'stack.json');
  const found = opened.ok ? readDocument(opened.value, { environment: 'dev', stack: 'stack' }) : opened;
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value.graph;
}

const cloudFormation = (Type: string, Properties: object) => read({ Resources: { Thing: { Type, Properties } } });
const arm = (type: string, name: string, body: object) =>
  read({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    resources: [{ type, apiVersion: '2024-10-01', name, ...body }],
  });
const terraform = (type: string, values: object) =>
  read({
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          {
            address: `${type}.thing`,
            mode: 'managed',
            type,
            name: 'thing',
            provider_name: `registry.terraform.io/hashicorp/${type.startsWith('aws') ? 'aws' : 'azurerm'}`,
            values,
          },
        ],
      },
    },
  });
const pulumi = (type: string, inputs: object) =>
  read({
    version: 3,
    deployment: {
      resources: [{ urn: `urn:pulumi:dev::kit::${type}::thing`, type, custom: true, inputs, outputs: {} }],
    },
  });

const policy = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: 'arn:aws:s3:::documents/*' }],
});
const trust = JSON.stringify({
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const rai = (severityThreshold: string) => [
  { name: 'hate', blocking: true, enabled: true, severityThreshold, source: 'Prompt' },
];

type Row = readonly [title: string, make: (weak: boolean) => ResourceGraph, expected: string];

describe.each<readonly [string, readonly Row[]]>([
  [
    'a weakened guardrail',
    [
      [
        'CDK',
        (weak) =>
          cloudFormation('AWS::Bedrock::Guardrail', {
            ContentPolicyConfig: {
              FiltersConfig: [{ Type: 'HATE', InputStrength: weak ? 'LOW' : 'HIGH', OutputStrength: 'HIGH' }],
            },
          }),
        'GuardrailWeakened ContentPolicyConfig.FiltersConfig.0.InputStrength',
      ],
      [
        'Terraform',
        (weak) =>
          terraform('aws_bedrock_guardrail', {
            content_policy_config: [
              { filters_config: [{ type: 'HATE', input_strength: weak ? 'LOW' : 'HIGH', output_strength: 'HIGH' }] },
            ],
          }),
        'GuardrailWeakened content_policy_config.0.filters_config.0.input_strength',
      ],
      [
        'Pulumi aws',
        (weak) =>
          pulumi('aws:bedrock/guardrail:Guardrail', {
            contentPolicyConfig: {
              filtersConfigs: undefined,
              filtersConfig: [{ type: 'HATE', inputStrength: weak ? 'LOW' : 'HIGH', outputStrength: 'HIGH' }],
            },
          }),
        'GuardrailWeakened contentPolicyConfig.filtersConfig.0.inputStrength',
      ],
      [
        'Pulumi aws-native',
        (weak) =>
          pulumi('aws-native:bedrock:Guardrail', {
            contentPolicyConfig: {
              filtersConfig: [{ type: 'HATE', inputStrength: weak ? 'LOW' : 'HIGH', outputStrength: 'HIGH' }],
            },
          }),
        'GuardrailWeakened contentPolicyConfig.filtersConfig.0.inputStrength',
      ],
      [
        'Pulumi azure-native',
        (weak) =>
          pulumi('azure-native:cognitiveservices:RaiPolicy', {
            raiPolicyName: 'strict',
            properties: { contentFilters: rai(weak ? 'High' : 'Low') },
          }),
        'GuardrailWeakened properties.contentFilters.0',
      ],
      [
        'ARM',
        (weak) =>
          arm('Microsoft.CognitiveServices/accounts/raiPolicies', 'account/strict', {
            properties: { contentFilters: rai(weak ? 'High' : 'Low') },
          }),
        'GuardrailWeakened properties.contentFilters.0',
      ],
      [
        'azurerm',
        (weak) =>
          terraform('azurerm_cognitive_account_rai_policy', {
            name: 'strict',
            content_filter: [
              {
                name: 'hate',
                block_enabled: true,
                filter_enabled: true,
                severity_threshold: weak ? 'High' : 'Low',
                source: 'Prompt',
              },
            ],
          }),
        'GuardrailWeakened content_filter.0',
      ],
    ],
  ],
  [
    'a widened role',
    [
      [
        'CDK',
        (weak) => cloudFormation('AWS::IAM::ManagedPolicy', { PolicyDocument: policy(weak ? 's3:*' : 's3:GetObject') }),
        'RightsWidened PolicyDocument.Statement.0',
      ],
      [
        'Terraform',
        (weak) => terraform('aws_iam_policy', { policy: JSON.stringify(policy(weak ? 's3:*' : 's3:GetObject')) }),
        'RightsWidened policy.Statement.0',
      ],
      [
        'Terraform, a policy within a role',
        (weak) =>
          terraform('aws_iam_role', {
            assume_role_policy: trust,
            inline_policy: [{ name: 'own', policy: JSON.stringify(policy(weak ? 's3:*' : 's3:GetObject')) }],
          }),
        'RightsWidened inline_policy.0.PolicyDocument.Statement.0',
      ],
      [
        'Pulumi aws',
        (weak) => pulumi('aws:iam/policy:Policy', { policy: JSON.stringify(policy(weak ? 's3:*' : 's3:GetObject')) }),
        'RightsWidened policy.Statement.0',
      ],
      [
        'Pulumi aws-native',
        (weak) => pulumi('aws-native:iam:ManagedPolicy', { policyDocument: policy(weak ? 's3:*' : 's3:GetObject') }),
        'RightsWidened policyDocument.Statement.0',
      ],
      [
        'Pulumi azure-native',
        (weak) =>
          pulumi('azure-native:authorization:RoleAssignment', {
            principalId: 'person',
            roleDefinitionId: weak ? '/roleDefinitions/owner' : '/roleDefinitions/reader',
            scope: '/subscriptions/s',
          }),
        'RightsWidened roleDefinitionId',
      ],
      [
        'ARM',
        (weak) =>
          arm('Microsoft.Authorization/roleAssignments', 'assignment', {
            properties: {
              principalId: 'person',
              roleDefinitionId: weak ? '/roleDefinitions/owner' : '/roleDefinitions/reader',
            },
          }),
        'RightsWidened roleDefinitionId',
      ],
      [
        'azurerm',
        (weak) =>
          terraform('azurerm_role_assignment', {
            principal_id: 'person',
            role_definition_name: weak ? 'Owner' : 'Reader',
            scope: '/subscriptions/s',
          }),
        'RightsWidened role_definition_name',
      ],
    ],
  ],
  [
    'a flip to public',
    [
      [
        'CDK',
        (weak) => cloudFormation('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { BlockPublicPolicy: !weak } }),
        'Exposed PublicAccessBlockConfiguration.BlockPublicPolicy',
      ],
      [
        'Terraform',
        (weak) => terraform('aws_s3_bucket_public_access_block', { block_public_policy: !weak }),
        'Exposed block_public_policy',
      ],
      [
        'Terraform, a security group',
        (weak) =>
          terraform('aws_security_group', {
            ingress: [
              { cidr_blocks: [weak ? '0.0.0.0/0' : '10.0.0.0/8'], from_port: 443, to_port: 443, protocol: 'tcp' },
            ],
          }),
        'Exposed ingress.0.CidrIp',
      ],
      [
        'Pulumi aws',
        (weak) => pulumi('aws:rds/instance:Instance', { publiclyAccessible: weak }),
        'Exposed publiclyAccessible',
      ],
      [
        'Pulumi azure-native, with a version',
        (weak) =>
          pulumi('azure-native:search/v20231101:Service', { publicNetworkAccess: weak ? 'enabled' : 'disabled' }),
        'Exposed publicNetworkAccess',
      ],
      [
        'ARM',
        (weak) =>
          arm('Microsoft.Search/searchServices', 'find', {
            properties: { publicNetworkAccess: weak ? 'enabled' : 'disabled' },
          }),
        'Exposed publicNetworkAccess',
      ],
      [
        'azurerm',
        (weak) => terraform('azurerm_search_service', { public_network_access_enabled: weak }),
        'Exposed public_network_access_enabled',
      ],
    ],
  ],
  [
    'another version of a model',
    [
      [
        'CDK',
        (weak) => cloudFormation('AWS::Bedrock::Agent', { FoundationModel: weak ? 'anthropic.b' : 'anthropic.a' }),
        'ModelChanged FoundationModel',
      ],
      [
        'Terraform',
        (weak) => terraform('aws_bedrockagent_agent', { foundation_model: weak ? 'anthropic.b' : 'anthropic.a' }),
        'ModelChanged foundation_model',
      ],
      [
        'Pulumi azure-native',
        (weak) =>
          pulumi('azure-native:cognitiveservices:Deployment', {
            properties: { model: { name: 'gpt-4o', version: weak ? '2' : '1' } },
          }),
        'ModelChanged properties.model.version',
      ],
      [
        'ARM',
        (weak) =>
          arm('Microsoft.CognitiveServices/accounts/deployments', 'account/chat', {
            properties: { model: { name: 'gpt-4o', version: weak ? '2' : '1' } },
          }),
        'ModelChanged properties.model.version',
      ],
      [
        'azurerm',
        (weak) => terraform('azurerm_cognitive_deployment', { model: [{ name: 'gpt-4o', version: weak ? '2' : '1' }] }),
        'ModelChanged model.0.version',
      ],
    ],
  ],
])('%s is found', (_title, rows) => {
  it.each(rows)('in %s', (_form, make, expected) => {
    expect(said(make(false), make(true))).toContain(expected);
    expect(said(make(true), make(true))).toEqual([]);
  });
});

test('a policy that is attached to a role is a right of the role', () => {
  const role = resourceNode({ type: 'aws_iam_role', address: 's/aws_iam_role.app', stack: 's', properties: {} });
  const own = (action: string): ResourceNode =>
    resourceNode({
      type: 'aws_iam_role_policy',
      address: 's/aws_iam_role_policy.p',
      stack: 's',
      properties: { role: '${aws_iam_role.app#id}', policy: JSON.stringify(policy(action)) },
    });
  expect(said([role, own('s3:GetObject')], [role, own('s3:*')])).toEqual(['RightsWidened policy.Statement.0']);
});

test('what is in these terms already stays the same object', () => {
  const node = resourceNode({ type: 'AWS::S3::Bucket' });
  expect(inReviewTerms(node).node).toBe(node);
});

test('keys of every object are members like any other', () => {
  const properties = JSON.parse(
    '{"__proto__":{"a":1},"constructor":"x","tags":{"__proto__":"y"}}',
  ) as ResourceNode['properties'];
  const { node } = inReviewTerms(resourceNode({ type: 'aws_thing', properties }));
  expect(JSON.stringify(node.properties)).toContain('"Constructor":"x"');
  expect(Object.getPrototypeOf(node.properties)).toBe(Object.prototype);
});
