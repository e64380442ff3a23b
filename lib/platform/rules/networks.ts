import type { Cidr } from '../cidr';
import { overlaps, parseCidr } from '../cidr';
import type { EnvironmentSpec } from '../environment';
import type { Issue } from '../issue';
import type { Rule } from './rule';

interface Range {
  readonly path: string;
  readonly text: string;
  readonly cidr: Cidr | undefined;
}

/** Address ranges of both clouds and all environments can be connected to each other later: none overlaps. */
export const networkRule: Rule = ({ spec }) => {
  const ranges = Object.entries(spec.environments ?? {}).flatMap(([key, environment]) => rangesOf(key, environment));
  return [...ranges.flatMap(malformed), ...ranges.flatMap((range, index) => clash(range, ranges.slice(0, index)))];
};

function rangesOf(key: string, { aws, azure }: EnvironmentSpec): readonly Range[] {
  return [
    ...(aws === undefined ? [] : [range(`environments.${key}.aws.cidr`, aws.cidr)]),
    ...(azure === undefined ? [] : [range(`environments.${key}.azure.cidr`, azure.cidr)]),
  ];
}

function range(path: string, text: string): Range {
  return { path, text, cidr: parseCidr(text) };
}

function malformed({ path, text, cidr }: Range): readonly Issue[] {
  if (cidr !== undefined && cidr.prefix >= 16 && cidr.prefix <= 22) return [];
  return [
    {
      code: 'InvalidCidr',
      path,
      message: cidr === undefined ? 'not an IPv4 range' : `/${cidr.prefix} is not between /16 and /22`,
      got: text,
      expected: 'an IPv4 range from /16 to /22 without host bits, for example 10.20.0.0/16',
      fix: 'subnets in three zones and private endpoints need a /22; a VPC cannot be larger than a /16',
    },
  ];
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
      expected: 'a range no other environment or cloud of the platform uses',
      fix: `choose another range for ${range.path}`,
    },
  ];
}
