import type { Declaration, Fault } from '../../lib/messages';
import { messagesByOrigin, withDefaults } from '../../lib/messages';

const introduction = `# Messages

Every issue, finding and error of the kit has a code. This page is generated from \`lib/messages\` by
\`npm run docs:reference\`.

- An issue is a problem in what you wrote. It has a path, the value that was given, what was expected and a fix. A run
  reports all issues together. An error ends a command with exit code 2. \`llmops estimate\` ends with 1 when a load is
  not served well enough (\`DoesNotFit\`, \`ObjectiveMissed\`, \`QueueTooLong\`), and so does \`llmops lint\` when stack
  files differ from the config.
- A finding is a violation of a review rule in the resource graph. An error ends \`llmops check\` with exit code 1. Each
  rule is a file in \`lib/review/rules\`.
- An error with a code is thrown by a construct, a stack or the local cloud (\`CodedError\`).

In addition to the review rules, the strict lane of the tests runs the template validation of the CDK with the warnings
W3030 and W3031 as errors, a Guard rule about customer keys on the volumes of instances with local NVMe, and the pack
AwsSolutions of cdk-nag. Every exception has its reason in the code.`;

/** Whose fault it is, where it is not the user's. */
const faults: Readonly<Record<Fault, string>> = {
  user: '',
  kit: ', caused by the kit',
  environment: ', caused by the machine',
  provider: ', caused by the cloud provider',
};

/** The page docs/reference/messages.md. */
export function messagePage(): string {
  const sections = Object.entries(messagesByOrigin).map(([origin, messages]) =>
    [`## ${origin}`, ...Object.entries(messages).toSorted(byCode).map(entry)].join('\n\n'),
  );
  return `${[introduction, ...sections].join('\n\n')}\n`;
}

function byCode([a]: [string, Declaration], [b]: [string, Declaration]): number {
  return a < b ? -1 : 1;
}

function entry([code, declaration]: [string, Declaration]): string {
  const { severity, meaning, fix, fault } = withDefaults(declaration);
  return `### ${code}\n\n${severity === 'error' ? 'Error' : 'Warning'}${faults[fault]}. ${meaning}\n\nFix: ${fix}`;
}
