/**
 * Forms of credentials. Sources: docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, docs.github.com (token
 * formats), huggingface.co/docs/hub/security-tokens, platform.openai.com, docs.anthropic.com, api.slack.com; 2026-11-30.
 */
const forms: readonly RegExp[] = [
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/,
  /\bABSK[A-Za-z0-9+/]{60,}/,
  /\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}\b/,
  /\bgithub_pat_[A-Za-z0-9_]{40,}\b/,
  /\bglpat-[A-Za-z0-9_-]{20,}\b/,
  /\bhf_[A-Za-z0-9]{30,}\b/,
  /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{20,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/,
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\b[a-z][a-z0-9+]*:\/\/[^\s:/@{}$]+:[^\s:/@{}$]{4,}@[^\s/]+/,
];

/** Whether a text has the form of a credential. */
export function isSecretText(text: string): boolean {
  return forms.some((form) => form.test(text));
}

/** Names of variables that hold a credential. */
const secretName =
  /(?:^|[_.-])(?:TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?|CONNECTION_?STRING)$/i;

/** Whether the last name of a path is that of a credential, and the text is its value and no reference, number or switch. */
export function isSecretVariable(path: string, text: string): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1).replace(/([a-z])([A-Z])/g, '$1_$2');
  if (!secretName.test(name) || text.length < 6 || text.includes('{{resolve:')) return false;
  return !/^(?:arn:|\$\{|\/|https?:\/\/[^@]*$|s3:|\d+$|true$|false$)/i.test(text);
}
