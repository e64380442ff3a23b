import type { ArmCheck } from './check';

/** The provider reads before it creates. It refuses an id that another resource has, in a stack or outside. */
export const alreadyExists: ArmCheck = (context) => {
  const { armId } = context;
  if (armId === undefined || (context.op !== 'create' && context.op !== 'replace')) return [];
  const owner = context.ownerOf(armId);
  if (owner === context.urn || (owner === undefined && !context.exists(armId))) return [];
  return [
    {
      code: 'AlreadyExists',
      urn: context.urn,
      message: `cannot create ${armId}: it already exists`,
      got: owner === undefined ? 'a resource outside of every stack' : `held by ${owner}`,
      expected: 'an id that no resource has',
      fix: 'give it another name, or declare the former name as an alias when the program renamed the resource',
    },
  ];
};
