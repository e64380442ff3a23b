import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf, itemsOf } from '../../kubernetes/pods';
import { isSecretText, isSecretVariable } from '../../secret-text';

/** Refer to a secret with valueFrom.secretKeyRef, and change the credential: whoever reads the manifest or the object has the credential. */
export const containerSecretText = manifestRule(
  {
    code: 'ContainerSecretText',
    pack: 'baseline',
    safeguard: 'secrets',
    rationale: 'Whoever reads the manifest or the object has the credential.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/application-security-checklist.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node)
      .flatMap(({ path, value }) => itemsOf(value.env, `${path}.env`))
      .filter(
        ({ value: { name, value } }) =>
          typeof name === 'string' &&
          typeof value === 'string' &&
          (isSecretText(value) || isSecretVariable(name, value)),
      )
      .map(({ path }) => ({ path: `${path}.value`, message: 'is a credential' })),
);
