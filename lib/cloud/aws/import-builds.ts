import type { ImportBuild, ImportJobs } from '../../assets/import-weights';
import { CodedError } from '../../messages';
import type { AwsClientOptions } from './client-options';
import { callJson, field, ServiceRefusal } from './signed-json';

const codeBuild = { name: 'codebuild', target: 'CodeBuild_20161006' } as const;

/** Import jobs as builds of CodeBuild. Source of actions and members: API reference of CodeBuild, read 2026-12-01. */
export class ImportBuilds implements ImportJobs {
  constructor(private readonly options: AwsClientOptions) {}

  async start(job: string, variables: Readonly<Record<string, string>>): Promise<string> {
    const running = await this.running(job);
    // The project runs one build at a time: a second push waits for the first one's.
    if (running !== undefined) return running;
    const environmentVariablesOverride = Object.entries(variables).map(([name, value]) => ({ name, value }));
    const answer = await this.call(job, 'StartBuild', { projectName: job, environmentVariablesOverride });
    return String(field(field(answer, 'build'), 'id'));
  }

  async state(id: string): Promise<ImportBuild> {
    const builds = field(await this.call(id, 'BatchGetBuilds', { ids: [id] }), 'builds');
    const build: unknown = Array.isArray(builds) ? builds[0] : undefined;
    const status = String(field(build, 'buildStatus'));
    if (status === 'IN_PROGRESS') return { kind: 'running', phase: String(field(build, 'currentPhase')) };
    if (status === 'SUCCEEDED') return { kind: 'succeeded' };
    return {
      kind: 'failed',
      cause: [`the build ended as ${status}`, ...phaseErrors(build)].join(': '),
      log: logOf(build),
    };
  }

  private async running(job: string): Promise<string | undefined> {
    const ids = field(
      await this.call(job, 'ListBuildsForProject', { projectName: job, sortOrder: 'DESCENDING' }),
      'ids',
    );
    const [latest] = Array.isArray(ids) ? (ids as readonly unknown[]) : [];
    if (typeof latest !== 'string') return undefined;
    return (await this.state(latest)).kind === 'running' ? latest : undefined;
  }

  private async call(job: string, action: string, input: object): Promise<unknown> {
    try {
      return await callJson(this.options, codeBuild, { action, input });
    } catch (error) {
      if (!(error instanceof ServiceRefusal)) throw error;
      if (error.type === 'ResourceNotFoundException') {
        throw new CodedError('AssetPlaceMissing', {
          place: job,
          message: `the import job does not exist: ${error.message}`,
        });
      }
      throw new CodedError('ImportJobFailed', {
        place: job,
        message: `${action} was refused with ${error.type}: ${error.message}`,
        expected: 'the right to start the job and to look at its builds',
      });
    }
  }
}

/** What the phases say that did not succeed. */
function phaseErrors(build: unknown): readonly string[] {
  const phases = field(build, 'phases');
  return (Array.isArray(phases) ? (phases as readonly unknown[]) : []).flatMap((phase) => {
    const contexts = field(phase, 'contexts');
    return (Array.isArray(contexts) ? (contexts as readonly unknown[]) : []).flatMap((context) => {
      const message = field(context, 'message');
      return typeof message === 'string' && message !== '' ? [message] : [];
    });
  });
}

function logOf(build: unknown): string | undefined {
  const link = field(field(build, 'logs'), 'deepLink');
  return typeof link === 'string' ? link : undefined;
}
