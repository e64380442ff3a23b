import type { Cidr } from '../cidr';
import { firstSubnet, overlaps, parseCidr, rangeAround } from '../cidr';
import type { EnvironmentSpec } from '../environment';
import type { Issue } from '../issue';
import type { Rule } from './rule';

/** Subnets in three zones and private endpoints need a /22. A VPC cannot be larger than a /16. */
const prefixes = { shortest: 16, longest: 22 } as const;

interface Range {
  readonly path: string;
  readonly text: string;
  readonly cidr: Cidr | undefined;
}

/** No address range of the platform overlaps another, so that any two networks can be connected later. */
export const networkRule: Rule = ({ spec }) => {
  const ranges = Object.entries(spec.environments ?? {}).flatMap(([key, environment]) => rangesOf(key, environment));
  return [...ranges.flatMap(malformed), ...ranges.flatMap((range, index) => clash(range, ranges.slice(0, index)))];
};

function rangesOf(key: string, { aws, azure }: EnvironmentSpec): readonly Range[] {
  return [
    ...(aws?.cidr === undefined ? [] : [range(`environments.${key}.aws.cidr`, aws.cidr)]),
    ...(azure?.cidr === undefined ? [] : [range(`environments.${key}.azure.cidr`, azure.cidr)]),
  ];
}

function range(path: string, text: string): Range {
  return { path, text, cidr: parseCidr(text) };
}

function malformed({ path, text, cidr }: Range): readonly Issue[] {
  if (cidr !== undefined && cidr.prefix >= prefixes.shortest && cidr.prefix <= prefixes.longest) return [];
  return [
    {
      code: 'InvalidCidr',
      path,
      message: problemOf(text),
      got: text,
      expected: 'an IPv4 range from /16 to /22 without host bits, for example 10.20.0.0/16',
      fix: `use ${validRange(text)}`,
    },
  ];
}

function problemOf(text: string): string {
  const around = rangeAround(text);
  if (around === undefined) return 'not an IPv4 range';
  return around.hostBits > 0 ? 'the address has host bits' : `/${around.prefix} is not between /16 and /22`;
}

/** The nearest range of a valid size that contains the address, or an example. */
function validRange(text: string): string {
  const [address = ''] = text.split('/');
  const prefix = rangeAround(text)?.prefix ?? prefixes.longest;
  const size = Math.min(prefixes.longest, Math.max(prefixes.shortest, prefix));
  const range = rangeAround(`${address}/${size}`);
  return range === undefined ? 'a range such as 10.20.0.0/16' : firstSubnet(range, size);
}

function clash(range: Range, earlier: readonly Range[]): readonly Issue[] {
  const { cidr } = range;
  if (cidr === undefined) return [];
  const other = earlier.find((candidate) => candidate.cidr !== undefined && overlaps(candidate.cidr, cidr));
  if (other === undefined) return [];
  return [
    {
      code: 'OverlappingCidrs',
      path: range.path,
      message: `overlaps ${other.text} of ${other.path}`,
      got: range.text,
      expected: 'a range that no other environment or cloud of the platform uses',
      fix: `choose another range for ${range.path}`,
    },
  ];
}
