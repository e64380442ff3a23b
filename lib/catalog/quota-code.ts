/** The provider's code among the words of a quota's name, with the space before it. */
const quotaCode = / ?\b(L-[0-9A-F]{8})\b/;

/**
 * Keys under which a config may write a quota: its whole name, its code, its words without the code.
 *
 * @param name - as an instance row writes it: `ml.g5.xlarge for endpoint usage L-9614C779`; a name may have no code
 */
export function quotaKeys(name: string): readonly string[] {
  const code = quotaCode.exec(name)?.[1];
  return code === undefined ? [name] : [name, code, name.replace(quotaCode, '')];
}
