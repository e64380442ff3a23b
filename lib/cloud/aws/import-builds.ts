import type { Build, CodeBuildClient } from '@aws-sdk/client-codebuild';
import type { ImportBuild, ImportJobs } from '../../assets/import-weights';
import { CodedError } from '../../messages';
import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

const load = () => loadSdk('@aws-sdk/client-codebuild', () => import('@aws-sdk/client-codebuild'));

/** Import jobs as builds of CodeBuild. Source of actions and members: API reference of CodeBuild, read 2026-12-01. */
export class ImportBuilds implements ImportJobs {
  private client: CodeBuildClient | undefined;

  constructor(private readonly options: AwsClientOptions) {}

  async start(job: string, variables: Readonly<Record<string, string>>): Promise<string> {
    const running = await this.running(job);
    // The project runs one build at a time: a second push waits for the first one's.
    if (running !== undefined) return running;
    const { StartBuildCommand } = await load();
    const environmentVariablesOverride = Object.entries(variables).map(([name, value]) => ({ name, value }));
    const { build } = await this.send(job, 'StartBuild', (client) =>
      client.send(new StartBuildCommand({ projectName: job, environmentVariablesOverride })),
    );
    return build?.id ?? '';
  }

  async state(id: string): Promise<ImportBuild> {
    const { BatchGetBuildsCommand } = await load();
    const { builds: [build] = [] } = await this.send(id, 'BatchGetBuilds', (client) =>
      client.send(new BatchGetBuildsCommand({ ids: [id] })),
    );
    const status = build?.buildStatus ?? 'unknown to CodeBuild';
    if (status === 'IN_PROGRESS') return { kind: 'running', phase: build?.currentPhase ?? 'in an unknown phase' };
    if (status === 'SUCCEEDED') return { kind: 'succeeded' };
    return {
      kind: 'failed',
      cause: [`the build ended as ${status}`, ...phaseErrors(build)].join(': '),
      log: build?.logs?.deepLink,
    };
  }

  private async running(job: string): Promise<string | undefined> {
    const { ListBuildsForProjectCommand } = await load();
    const { ids: [latest] = [] } = await this.send(job, 'ListBuildsForProject', (client) =>
      client.send(new ListBuildsForProjectCommand({ projectName: job, sortOrder: 'DESCENDING' })),
    );
    if (latest === undefined) return undefined;
    return (await this.state(latest)).kind === 'running' ? latest : undefined;
  }

  private async send<Answer>(
    job: string,
    action: string,
    ask: (client: CodeBuildClient) => Promise<Answer>,
  ): Promise<Answer> {
    const sdk = await load();
    this.client ??= new sdk.CodeBuildClient(clientConfig(this.options));
    try {
      return await ask(this.client);
    } catch (error) {
      if (!(error instanceof sdk.CodeBuildServiceException)) throw error;
      if (error.name === 'ResourceNotFoundException') {
        throw new CodedError('AssetPlaceMissing', {
          place: job,
          message: `the import job does not exist: ${error.message}`,
        });
      }
      throw new CodedError('ImportJobFailed', {
        place: job,
        message: `${action} was refused with ${error.name}: ${error.message}`,
        expected: 'the right to start the job and to look at its builds',
      });
    }
  }
}

/** What the phases say that did not succeed. */
function phaseErrors(build: Build | undefined): readonly string[] {
  return (build?.phases ?? []).flatMap(({ contexts = [] }) =>
    contexts.flatMap(({ message }) => (message === undefined || message === '' ? [] : [message])),
  );
}
