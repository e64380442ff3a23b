/** The provider's code among the words of a quota's name, with the space before it. */
const quotaCode = / ?\b(L-[0-9A-F]{8})\b/;

/** Where the names of some models of Azure OpenAI have no hyphen: both `gpt-4.1` and `gpt4.1` are seen. */
const openAiModel = /^(OpenAI\.\w+\.gpt)-(?=\d)/;

/**
 * Keys under which a config may write a quota: its whole name, its code, its words without the code.
 *
 * @param name - as an instance row writes it: `ml.g5.xlarge for endpoint usage L-9614C779`; a name may have no code
 */
export function quotaKeys(name: string): readonly string[] {
  const code = quotaCode.exec(name)?.[1];
  if (code !== undefined) return [name, code, name.replace(quotaCode, '')];
  return openAiModel.test(name) ? [name, name.replace(openAiModel, '$1')] : [name];
}
