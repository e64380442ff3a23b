import type { Json } from '../../lib/constraints/json';
import { isObject } from '../../lib/constraints/json';
import type { AwsBootstrap } from './aws-rights';

/** A file to write. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of one region of the AWS half: the template, the policies in it as documents, and what a person types.
 *
 * @param prefix - of the names of the files
 */
export function awsFiles(bootstrap: AwsBootstrap, folder: string, prefix = 'aws'): readonly TextFile[] {
  const { rights, template } = bootstrap;
  return [
    { name: `${prefix}-rights.json`, text: templateText(bootstrap.rightsTemplate) },
    { name: `${prefix}-bootstrap.json`, text: templateText(template) },
    ...rights.policies.map((document, index) => ({
      name: `${prefix}-execution-policy-${index + 1}.json`,
      text: `${JSON.stringify(document, undefined, 2)}\n`,
    })),
    { name: `${prefix}-commands.txt`, text: commands(bootstrap, `${folder}/${prefix}`) },
  ];
}

/** A line for each parameter, resource and output: readable, and small enough to be sent without a bucket. */
function templateText(template: Json): string {
  if (!isObject(template)) return JSON.stringify(template);
  const sections = Object.entries(template).map(([name, section]) => {
    if (!isObject(section)) return `${JSON.stringify(name)}: ${JSON.stringify(section)}`;
    const lines = Object.entries(section).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return `${JSON.stringify(name)}: {\n${lines.join(',\n')}\n}`;
  });
  return `{\n${sections.join(',\n')}\n}\n`;
}

/** Characters of a template that CloudFormation takes without a bucket. Source: CloudFormation User Guide, "Quotas", read 2026-11-30. */
const inlineTemplate = 51_200;

/** @param files - path and beginning of the names of the files */
function commands(bootstrap: AwsBootstrap, files: string): string {
  const { target, qualifier, toolkitStack, environments, rights, executionPolicies, deployerPolicy } = bootstrap;
  const { account, region } = target;
  const large = templateText(bootstrap.rightsTemplate).length > inlineTemplate;
  const deploy = (stack: string, file: string): string =>
    `aws cloudformation deploy --stack-name ${stack} --template-file ${files}-${file} --capabilities CAPABILITY_NAMED_IAM --region ${region}`;
  return [
    `# Account ${account}, region ${region}: what deploys ${environments.join(', ')}.`,
    '# Run it as someone who may create roles and policies there.',
    ...(qualifier === 'hnb659fds'
      ? [
          '# The qualifier is the default of the CDK: other apps of this account and region that use it lose administrator rights too.',
          '# Write bootstrapQualifier in the config to give the platform a bootstrap stack of its own.',
        ]
      : []),
    '',
    `# 1. The policies, again whenever their digest changes (now ${rights.digest}).`,
    ...(large ? ['# The template is too large to be sent inline: name a bucket of yours.'] : []),
    `${deploy(`${toolkitStack}-rights`, 'rights.json')}${large ? ' --s3-bucket YOUR-BUCKET' : ''}`,
    '',
    '# 2. The bootstrap stack, once. Where one of the CDK is there already, the CDK CLI needs --force.',
    deploy(toolkitStack, 'bootstrap.json'),
    '# The same with the CDK CLI:',
    `npx cdk bootstrap aws://${account}/${region} --template ${files}-bootstrap.json --qualifier ${qualifier} --toolkit-stack-name ${toolkitStack} --cloudformation-execution-policies ${executionPolicies.join(',')}`,
    '',
    '# 3. Who deploys gets this policy: their role, or the permission set of their group. The pipeline has a role of its own.',
    `aws iam attach-role-policy --role-name YOUR-ROLE --policy-arn ${deployerPolicy}`,
    '',
  ].join('\n');
}
