import type { Declarations } from './declaration';

/** Findings of the review rules, one code for each rule. */
export const ruleMessages = {
  CustomResource: {
    title: 'Custom resource',
    meaning: 'A resource depends on code that runs during deployment, which can fail the deployment and its rollback.',
    fix: 'Use the native resource type, or record the reason in an ADR.',
  },
  IamWildcard: {
    title: 'IAM wildcard',
    meaning: 'An identity policy allows every action, or an action on every resource.',
    fix: 'Name the actions and the ARNs of the resources.',
  },
  PublicNetworkAccess: {
    title: 'Public network access',
    meaning: 'An Azure data plane can be reached from public addresses.',
    fix: "Set publicNetworkAccess to 'Disabled' and use a private endpoint.",
  },
  StatefulNotRetained: {
    title: 'Stateful resource not retained',
    meaning: 'A resource that holds data is deleted with its stack, while other data of the environment is retained.',
    fix: 'Set DeletionPolicy and UpdateReplacePolicy to Retain, or protect and retainOnDelete.',
  },
  UnplannedName: {
    title: 'Unplanned name',
    meaning: 'A resource has a physical name that is not in the plan.',
    fix: 'Use the name from the plan, or let the provider choose it.',
  },
} as const satisfies Declarations;
