import { join } from 'node:path';
import { awsRegions } from '../../lib/constraints/aws-regions';
import { suggestion } from '../../lib/constraints/suggest';
import type { Issue } from '../../lib/platform';
import type { CommonOptions } from '../terminal/options';

/** Options of the commands about a state folder. */
export interface StateOptions extends CommonOptions {
  readonly state: string;
}

/** Where `local up` keeps its state, in the working directory. */
export const defaultState = join('.llmops', 'local');

/** Folder of the stacks of the local Azure, beside the state of the AWS endpoint. */
export function azureStateOf(state: string): string {
  return `${state}-azure`;
}

/** Folder of the journals, assemblies and caches of deployments to the local clouds. */
export function deploymentsOf(state: string): string {
  return `${state}-deploy`;
}

/** Every problem of the options of `local up`. */
export function upIssues(options: {
  readonly port: string;
  readonly host: string;
  readonly account: string;
  readonly region: string;
}): readonly Issue[] {
  return [
    ...portIssues(options.port),
    ...hostIssues(options.host),
    ...accountIssues(options.account),
    ...regionIssues(options.region),
  ];
}

function portIssues(got: string): readonly Issue[] {
  if (/^\d{1,5}$/.test(got) && Number(got) <= 65_535) return [];
  return [
    {
      code: 'NumberOutOfRange',
      path: '--port',
      message: 'not a port',
      got,
      expected: 'a whole number from 0 (any free port) to 65535',
      fix: 'use a port such as 4599, or 0',
    },
  ];
}

function hostIssues(got: string): readonly Issue[] {
  if (/^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/.test(got)) return [];
  return [
    {
      code: 'NotLoopback',
      path: '--host',
      message: 'not a loopback address: the local cloud checks no signatures',
      got,
      expected: '127.0.0.1, localhost or ::1',
      fix: 'use 127.0.0.1',
    },
  ];
}

function accountIssues(got: string): readonly Issue[] {
  if (/^\d{12}$/.test(got)) return [];
  return [
    {
      code: 'InvalidAccount',
      path: '--account',
      message: 'not an AWS account id',
      got,
      expected: 'twelve digits',
      fix: 'use an id such as 111111111111',
    },
  ];
}

function regionIssues(got: string): readonly Issue[] {
  if (awsRegions.has(got)) return [];
  const near = suggestion(got, [...awsRegions]);
  return [
    {
      code: 'UnknownRegion',
      path: '--region',
      message: 'AWS has no region with this code',
      got,
      expected: 'the code of an AWS region, such as eu-central-1',
      fix: `use ${near ?? 'eu-central-1'}`,
    },
  ];
}
