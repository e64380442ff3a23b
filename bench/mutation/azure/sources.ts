/** The pages behind the rows of Azure and Kubernetes. */
export const azureSources = {
  policies: 'https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions',
  safety: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
  endpoints: 'https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint',
  psrule: 'https://github.com/Azure/PSRule.Rules.Azure/tree/main/docs/en/rules',
  pods: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/pod-security-standards.md',
  checklist:
    'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/application-security-checklist.md',
} as const;

/** Where a row comes from, read 2026-12-01. */
export type AzureSource = keyof typeof azureSources;
