/** True for custom resources, whose properties and attributes only their provider knows. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/** The type in which the CDK records the constructs of a template; the registry does not list it. */
export const cdkMetadata = 'AWS::CDK::Metadata';

/** A stack that is a resource of another. Its attributes are `Outputs.` and the name of an output of its template. */
export const nestedStack = 'AWS::CloudFormation::Stack';

/** Types that the real service runs and this cloud does not: refused, never skipped. */
export const refusedTypes: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Macro': 'macros are not run by the local cloud',
  'AWS::CloudFormation::StackSet':
    'the local cloud has no stack sets: deploy the stack to each account and region, for example as a stack of each environment',
};
