import type { Declarations } from './declaration';

/** Raised by the local Pulumi engine about an Azure program. */
export const azureProgramMessages = {
  AlreadyExists: {
    title: 'Already exists',
    meaning: 'A resource with the same ARM id exists already.',
    fix: 'Give one of the two another name, or remove one.',
  },
  AmbiguousStack: {
    title: 'Ambiguous stack',
    meaning: 'Several projects have a stack with this name.',
    fix: 'Write project/stack.',
  },
  ConcurrentAccountWrite: {
    title: 'Concurrent account write',
    meaning: 'Two child resources of an account are written at the same time, which the service refuses.',
    fix: 'Make one of them depend on the other.',
  },
  DuplicateAlias: {
    title: 'Duplicate alias',
    meaning: 'Two resources name the same former resource in their aliases.',
    fix: 'Remove one of the aliases.',
  },
  DuplicateUrn: {
    title: 'Duplicate URN',
    meaning: 'Two resources have the same parent, type and name.',
    fix: 'Give one of the two another logical name.',
  },
  EngineClosed: {
    title: 'Engine closed',
    meaning: 'The local Pulumi engine is already closed.',
    fix: 'Create a new engine.',
  },
  InvalidResourceName: {
    title: 'Invalid resource name',
    meaning: 'The physical name breaks a naming rule of the service.',
    fix: 'Use a name that the rule allows.',
  },
  MissingParent: {
    title: 'Missing parent',
    meaning: 'The parent of a resource does not exist.',
    fix: 'Create the parent first.',
  },
  MissingProperty: {
    title: 'Missing property',
    meaning: 'A required property of a resource is missing.',
    fix: 'Add the property.',
  },
  MissingSubscription: {
    title: 'Missing subscription',
    meaning: 'The stack configures no subscription.',
    fix: 'Set azure-native:subscriptionId.',
  },
  NameTaken: {
    title: 'Name taken',
    meaning: 'A name that must be unique on all of Azure is used twice.',
    fix: 'Choose another name.',
  },
  PlantedFault: {
    title: 'Planted fault',
    meaning: 'A rehearsal made the creation fail on purpose.',
    fix: 'Retry: the next creation is not made to fail.',
  },
  ProgramDependencyMissing: {
    title: 'Program dependency missing',
    meaning: 'A package that the Pulumi program needs cannot be resolved.',
    fix: 'Install the package in the project of the program.',
    fault: 'environment',
  },
  ProtectedResource: {
    title: 'Protected resource',
    meaning: 'A protected resource would be deleted or replaced.',
    fix: 'Set protect to false and update the stack first.',
  },
  RefusedValue: {
    title: 'Refused value',
    meaning: 'The service answers 400 to a value or a combination of values that the schema of its API takes.',
    fix: 'Write a value that the message lists.',
  },
  ResourceNotFound: {
    title: 'Resource not found',
    meaning: 'A resource that the program reads does not exist in the local cloud.',
    fix: 'Create it in a stack first.',
  },
  SecretOutputLost: {
    title: 'Secret output lost',
    meaning: 'Secret outputs of a stack are not kept in its state file.',
    fix: 'Run up of that stack in the same process first.',
  },
  SoftDeletedName: {
    title: 'Name of a deleted resource',
    meaning: 'A deleted resource still has the name: its service keeps it for some days.',
    fix: 'Restore or purge the deleted resource, or choose another name.',
  },
  StackBusy: {
    title: 'Stack busy',
    meaning: 'Another run updates the stack.',
    fix: 'Wait until the run ends.',
  },
  UnknownParent: {
    title: 'Unknown parent',
    meaning: 'The parent of a resource was not registered.',
    fix: 'Register the parent before its children.',
  },
  UnknownPropertyValue: {
    title: 'Unknown property value',
    meaning: 'The value is not in the list that the schema allows.',
    fix: 'Use a value that the message lists.',
  },
  UnknownProperty: {
    title: 'Unknown property',
    meaning: 'The resource type has no property with this name.',
    fix: 'Correct the name, or remove the property.',
  },
  UnknownStack: {
    title: 'Unknown stack',
    meaning: 'The local engine has no stack with this name.',
    fix: 'Run up of the stack first.',
  },
  UnknownType: {
    title: 'Unknown resource type',
    meaning: 'The provider has no resource type with this name.',
    fix: 'Correct the type.',
  },
  UnorderedParent: {
    title: 'Unordered parent',
    meaning: 'Nothing makes a resource wait for its parent: the engine creates both at the same time.',
    fix: 'Take the name of the parent from its output, or add dependsOn.',
  },
  UnreadableDeclaration: {
    title: 'Unreadable declaration',
    meaning: 'The type declarations of azure-native have a form that the schema generator does not read.',
    fix: 'Add the form to the schema generator.',
    fault: 'kit',
  },
  UnregisteredOutputs: {
    title: 'Unregistered outputs',
    meaning: 'A program registers outputs of a resource that it did not register.',
    fix: 'Report the program as a defect of the kit.',
    fault: 'kit',
  },
  UnresolvedId: {
    title: 'Unresolved id',
    meaning: 'A part of the ARM id of a resource is not known when the resource is created.',
    fix: 'Report the resource as a defect of the kit.',
    fault: 'kit',
  },
  UnsupportedComponent: {
    title: 'Unsupported component',
    meaning: 'The local engine does not run components of other languages.',
    fix: 'Rehearse without the component.',
    fault: 'kit',
  },
  UnsupportedImport: {
    title: 'Unsupported import',
    meaning: 'The local engine cannot import a resource.',
    fix: 'Rehearse without the import option.',
    fault: 'kit',
  },
  UnsupportedModule: {
    title: 'Unsupported module',
    meaning: 'The local engine has no schema of this module of azure-native.',
    fix: 'Add the module and run the schema generator.',
    fault: 'kit',
  },
  UnsupportedOperation: {
    title: 'Unsupported operation',
    meaning: 'The local engine does not offer this operation of Pulumi.',
    fix: 'Remove the call, or run the program with Pulumi.',
    fault: 'kit',
  },
  UnsupportedPackage: {
    title: 'Unsupported package',
    meaning: 'The local engine does not offer resources of this Pulumi package.',
    fix: 'Compute the value in the program, or run it with Pulumi.',
    fault: 'kit',
  },
  UnsupportedType: {
    title: 'Unsupported resource type',
    meaning: 'The local engine does not know the ARM id of this type.',
    fix: 'Add the path of the id to the engine.',
    fault: 'kit',
  },
  WebhookSecretMissing: {
    title: 'Webhook without its secret',
    meaning: 'The config names a secret of the Pulumi stack with the URL of a webhook, and the stack does not have it.',
    fix: "Set it with 'pulumi config set --secret'.",
  },
  WrongPropertyType: {
    title: 'Wrong property type',
    meaning: 'A property has another type than in the schema.',
    fix: 'Write a value of the type that the message names.',
  },
} as const satisfies Declarations;
