import { parseUrn } from '../../graph';

/** The address as people say it: the name instead of the URN, with the stage in front. */
export function shortAddress(address: string): string {
  const urn = parseUrn(address);
  return urn === undefined ? address : urn.name;
}
