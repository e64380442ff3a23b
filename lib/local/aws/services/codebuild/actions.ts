import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, own, scalarText, tryParseJson } from '../../../../constraints/json';
import { listAt, numberAt, textAt } from '../../../../constraints/value';
import { roleKey } from '../../credentials';
import { clientEnvironment } from '../../environment';
import { ServiceError } from '../../errors';
import { sdkFolder } from '../../functions/code-folder';
import type { AccessRequest } from '../../iam/context';
import type { Cloud } from '../../state/cloud';
import type { ExistingResource } from '../../state/registry';
import type { CallContext } from '../call';
import type { JsonAction } from '../service';
import type { Understood } from '../understood';
import type { BuildEnd } from './build-process';
import { runBuild } from './build-process';

/** A build of this cloud; it lives as long as the cloud runs. */
interface Build {
  readonly id: string;
  readonly project: string;
  readonly startTime: Date;
  end: { readonly status: 'SUCCEEDED' | 'FAILED'; readonly message?: string; readonly date: Date } | undefined;
}

/** Minutes of a build whose project names none. Source: API reference of CodeBuild, Project (read 2026-12-01). */
const defaultMinutes = 60;

/** Lines of the log that the message of a build that failed repeats. */
const mostLines = 4;

const builds = new WeakMap<Cloud, Map<string, Build>>();

function buildsOf(cloud: Cloud): Map<string, Build> {
  const known = builds.get(cloud);
  if (known !== undefined) return known;
  const none = new Map<string, Build>();
  builds.set(cloud, none);
  return none;
}

/** The CodeBuild actions of the local cloud: enough for builds whose commands are in the project. */
export const codeBuildActions: Readonly<Record<string, JsonAction>> = {
  BatchGetBuilds: batchGetBuilds,
  ListBuildsForProject: listBuilds,
  StartBuild: startBuild,
};

/** Source: API model of CodeBuild in botocore 1.44.8 (2026-11). */
export const codeBuildMembers: Understood = {
  BatchGetBuilds: ['ids'],
  ListBuildsForProject: ['projectName', 'sortOrder'],
  StartBuild: ['projectName', 'environmentVariablesOverride'],
};

/** What a caller of CodeBuild must be allowed to do: the action on the project. */
export function codeBuildAccess(action: string, input: JsonObject, context: CallContext): readonly AccessRequest[] {
  const { account, region } = context;
  const ids = listAt(input, 'ids').flatMap((id) => scalarText(id)?.split(':')[0] ?? []);
  const names = [scalarText(input['projectName']) ?? [], ids].flat();
  return (names.length === 0 ? ['*'] : names).map((name) => ({
    action: `codebuild:${action}`,
    resource: `arn:aws:codebuild:${region}:${account}:project/${name}`,
  }));
}

function requireProject(input: JsonObject, { cloud, account, region }: CallContext): ExistingResource {
  const name = scalarText(input['projectName']) ?? '';
  const found = cloud.registry
    .list('AWS::CodeBuild::Project', account, region)
    .find(({ physicalId, properties }) => physicalId === name || textAt(properties, 'Name') === name);
  if (found !== undefined) return found;
  throw new ServiceError('ResourceNotFoundException', `Project cannot be found: ${name}`);
}

function startBuild(input: JsonObject, context: CallContext): JsonObject {
  const { cloud, requestId } = context;
  const project = requireProject(input, context);
  const name = scalarText(input['projectName']) ?? '';
  const limit = numberAt(project.properties, 'ConcurrentBuildLimit') ?? Number.POSITIVE_INFINITY;
  const running = [...buildsOf(cloud).values()].filter((build) => build.project === name && build.end === undefined);
  if (running.length >= limit) {
    throw new ServiceError('AccountLimitExceededException', `Cannot have more than ${limit} builds in queue`);
  }
  const commands = commandsOf(project);
  const env = { ...variables(project, input), ...keys(project, context, requestId) };
  const build: Build = { id: `${name}:${requestId}`, project: name, startTime: cloud.now(), end: undefined };
  buildsOf(cloud).set(build.id, build);
  const modules = sdkFolder(cloud.functions.sdkFrom) ?? '';
  const minutes = numberAt(project.properties, 'TimeoutInMinutes') ?? defaultMinutes;
  const ended = cloud.functions.track(runBuild({ commands, env, modules, timeoutSeconds: minutes * 60 }));
  void ended
    .then(endOf, (error: unknown) => endOf({ code: null, log: String(error) }))
    .then((end) => {
      build.end = { ...end, date: cloud.now() };
    });
  return { build: view(build) };
}

function endOf({ code, log }: BuildEnd): { readonly status: 'SUCCEEDED' | 'FAILED'; readonly message?: string } {
  if (code === 0) return { status: 'SUCCEEDED' };
  // The log itself is not kept: its last lines say why.
  const last = log.trim().split('\n').slice(-mostLines).join(' | ');
  return { status: 'FAILED', message: `Error while executing command. Reason: exit status ${code ?? 1}. ${last}` };
}

/** The commands of the build phase; a project that needs anything else is refused, never reported as run. */
function commandsOf({ properties, logicalId }: ExistingResource): readonly string[] {
  const spec = tryParseJson(textAt(properties, 'Source', 'BuildSpec') ?? '');
  const commands = isObject(spec) ? listAt(spec, 'phases', 'build', 'commands') : [];
  const texts = commands.flatMap((command) => scalarText(command) ?? []);
  if (texts.length > 0 && textAt(properties, 'Source', 'Type') === 'NO_SOURCE') return texts;
  throw new ServiceError(
    'NotImplemented',
    `The local cloud runs builds without a source, whose project has the commands of the build phase as JSON: ${logicalId} is not run`,
    501,
  );
}

function variables({ properties, logicalId }: ExistingResource, input: JsonObject): Readonly<Record<string, string>> {
  const override = input['environmentVariablesOverride'];
  const all = [...listAt(properties, 'Environment', 'EnvironmentVariables'), ...(isList(override) ? override : [])];
  return Object.fromEntries(
    all.map((variable: Json) => {
      const type = member(variable, 'type');
      if (type !== undefined && type !== 'PLAINTEXT') {
        throw new ServiceError(
          'NotImplemented',
          `The local cloud has no value of a secret: ${logicalId} is not run`,
          501,
        );
      }
      return [member(variable, 'name') ?? '', member(variable, 'value') ?? ''];
    }),
  );
}

/** Templates write members with a capital, requests without. */
function member(variable: Json, name: string): string | undefined {
  const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return scalarText(own(variable, name)) ?? scalarText(own(variable, capital));
}

const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;

/** The keys of a session of the project's role. */
function keys(
  { properties }: ExistingResource,
  { account, region, endpoint }: CallContext,
  session: string,
): Readonly<Record<string, string>> {
  const [, owner = account, role] = roleArn.exec(textAt(properties, 'ServiceRole') ?? '') ?? [];
  if (role === undefined) throw new ServiceError('InvalidInputException', 'The project has no service role');
  return {
    ...clientEnvironment(endpoint, account, region),
    AWS_ACCESS_KEY_ID: roleKey(owner, role, `AWSCodeBuild-${session}`),
    AWS_SESSION_TOKEN: 'local',
  };
}

function batchGetBuilds(input: JsonObject, { cloud }: CallContext): JsonObject {
  const ids = listAt(input, 'ids').flatMap((id) => scalarText(id) ?? []);
  const found = ids.flatMap((id) => buildsOf(cloud).get(id) ?? []);
  const known = new Set(found.map(({ id }) => id));
  return { builds: found.map(view), buildsNotFound: ids.filter((id) => !known.has(id)) };
}

function listBuilds(input: JsonObject, context: CallContext): JsonObject {
  requireProject(input, context);
  const all = [...buildsOf(context.cloud).values()].filter(
    ({ project }) => project === scalarText(input['projectName']),
  );
  const oldestFirst = all.map(({ id }) => id);
  return { ids: input['sortOrder'] === 'ASCENDING' ? oldestFirst : oldestFirst.toReversed() };
}

function view({ id, project, startTime, end }: Build): JsonObject {
  return {
    id,
    projectName: project,
    startTime: startTime.getTime() / 1000,
    buildComplete: end !== undefined,
    buildStatus: end?.status ?? 'IN_PROGRESS',
    currentPhase: end === undefined ? 'BUILD' : 'COMPLETED',
    phases:
      end?.message === undefined
        ? []
        : [{ phaseType: 'BUILD', phaseStatus: 'FAILED', contexts: [{ message: end.message }] }],
    ...(end === undefined ? {} : { endTime: end.date.getTime() / 1000 }),
  };
}
