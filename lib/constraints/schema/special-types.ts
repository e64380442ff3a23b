/** True for custom resources, whose properties and attributes only their provider knows. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/** The type in which the CDK records the constructs of a template; the registry does not list it. */
export const cdkMetadata = 'AWS::CDK::Metadata';

/** Types that the real service runs and this cloud does not: refused, never skipped. */
export const refusedTypes: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'nested stacks are not run by the local cloud: declare the stack at the top of the app',
  'AWS::CloudFormation::Macro': 'macros are not run by the local cloud',
  'AWS::CloudFormation::WaitCondition': 'wait conditions are not run by the local cloud: nothing would signal them',
};
