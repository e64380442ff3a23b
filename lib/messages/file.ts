import type { Declarations } from './declaration';

/** Raised while a template or a graph file is read. */
export const fileMessages = {
  DuplicateKey: {
    title: 'Duplicate key',
    meaning: 'A key is used twice in one object, so one of the two values would be lost.',
    fix: 'Rename or remove one of the two.',
  },
  DocumentTooDeep: {
    title: 'Document too deep',
    meaning: 'The file nests lists and objects deeper than any real document does.',
    fix: 'Give the file as the tool wrote it.',
  },
  DocumentVersionUnsupported: {
    title: 'Version of the document unsupported',
    meaning: 'The file says that it has a version of its format that the kit does not know.',
    fix: 'Write the file with a version of the tool that the message names.',
  },
  InvalidDocument: {
    title: 'Invalid document',
    meaning: 'A plan, state, preview, change set, manifest or assembly lacks what its format requires.',
    fix: 'Write the file again with the command that the message names.',
  },
  InvalidGraphNode: {
    title: 'Invalid graph node',
    meaning: 'A node of a graph file has a wrong or missing field.',
    fix: 'Write the graph with llmops graph.',
  },
  InvalidTemplate: {
    title: 'Invalid template',
    meaning: 'The file is not a CloudFormation template whose resources can be read.',
    fix: 'Correct the template at the line that the message names.',
  },
  MalformedText: {
    title: 'Malformed text',
    meaning: 'The file is not valid JSON or YAML.',
    fix: 'Correct the syntax at the line that the message names.',
  },
  MoreProblems: {
    title: 'More problems',
    meaning: 'The file has more problems than are listed.',
    fix: 'Correct the problems listed and run the command again.',
  },
  TemplateAboveQuota: {
    title: 'Template above the quota',
    meaning: 'The template is larger than CloudFormation accepts.',
    fix: 'Split the template into several stacks.',
    severity: 'warning',
  },
  NestedTemplateCycle: {
    title: 'Nested templates in a circle',
    meaning: 'A nested template contains itself, directly or through others.',
    fix: 'Take the nested stack out of one of the templates.',
  },
  NestedTemplateUnread: {
    title: 'Nested template not read',
    meaning:
      'The template of a nested stack is not a file beside the one that names it, so its resources are not known.',
    fix: 'Put the nested template where the message says, or read the result as incomplete.',
    severity: 'warning',
  },
  UnknownTag: {
    title: 'Unknown tag',
    meaning: 'A YAML tag is not a short tag of CloudFormation.',
    fix: 'Use a tag that the message lists.',
  },
} as const satisfies Declarations;
