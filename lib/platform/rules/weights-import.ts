import type { Draft } from '../draft';
import type { Issue } from '../issue';
import type { OpenWeightsModel } from '../model';

const hubAddress = /^https:\/\/[^/\s@]+(?:\/[^/\s]+)*$/;
/** CreateSecret in the API reference of Secrets Manager, read 2026-12-01. */
const secretName = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
/** How tokens of the hub begin. */
const token = /^hf_/;

/** Checks who brings the weights of a model, and that something loads what a job brings. */
export function weightsImportIssues(draft: Draft, key: string, model: OpenWeightsModel): readonly Issue[] {
  const chosen = model.import?.aws;
  if (chosen?.by !== 'job') return [];
  const path = `models.${key}.import.aws`;
  return [
    ...(chosen.hub === undefined || hubAddress.test(chosen.hub) ? [] : [invalidHub(`${path}.hub`, chosen.hub)]),
    ...secretIssues(`${path}.tokenSecret`, chosen.tokenSecret),
    ...unused(draft, key, path),
  ];
}

function invalidHub(path: string, got: string): Issue {
  return {
    code: 'InvalidHubAddress',
    path,
    message: 'not the address of a hub',
    got,
    expected: 'an https address without login and final slash, such as https://huggingface.co',
    fix: 'write the address of the hub or of its mirror',
  };
}

function secretIssues(path: string, got: string | undefined): readonly Issue[] {
  if (got === undefined) return [];
  // The value is left out: it is a secret.
  if (token.test(got)) {
    return [
      {
        code: 'LiteralToken',
        path,
        message: 'the token itself, which is a secret and is not shown',
        expected: 'the name of a secret',
        fix: "store it with 'aws secretsmanager create-secret' and write the name; replace the token if it was committed",
      },
    ];
  }
  if (secretName.test(got)) return [];
  return [
    {
      code: 'InvalidGivenName',
      path,
      message: 'not the name of a secret',
      got,
      expected: 'a name, and not an ARN: each environment has the secret in its own account',
      fix: "copy the name from 'aws secretsmanager list-secrets'",
    },
  ];
}

function unused({ spec, declared }: Draft, key: string, path: string): readonly Issue[] {
  const wellFormed = (section: 'endpoints' | 'tuning'): boolean =>
    declared(section).length === Object.keys(spec[section] ?? {}).length;
  // A broken endpoint may be the one that loads it.
  if (!wellFormed('endpoints') || !wellFormed('tuning')) return [];
  const served = Object.values(spec.endpoints ?? {}).some(
    ({ model, clouds }) => model === key && clouds.includes('aws'),
  );
  const tuned = Object.values(spec.tuning ?? {}).some(({ base }) => base === key);
  if (served || tuned) return [];
  return [
    {
      code: 'ImportWithoutEffect',
      path,
      message: `nothing on AWS loads '${key}', so no job is created`,
      got: { by: 'job' },
      expected: 'a model of an endpoint on AWS, or the base of a tuning job',
      fix: `remove ${path}`,
    },
  ];
}
