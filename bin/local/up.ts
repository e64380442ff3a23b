import type { LocalAws, LocalAwsEvent } from '../../lib/local/aws';
import { shellLines, startLocalAws, unsetVariables } from '../../lib/local/aws';
import type { AzureData } from '../../lib/local/azure-data';
import { CodedError } from '../../lib/messages';
import { issueOf, refuse, reportIssues } from '../terminal/issues';
import { writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { azureLines, startLocalAzure } from './azure';
import { namedLanguageModel } from './language-model';
import type { StateOptions } from './options';
import { upIssues } from './options';
import { refusing } from './refused';
import { withCdk, withCdkIssues } from './with-cdk';

/** Options of `local up`. */
export interface UpOptions extends StateOptions {
  readonly port: string;
  readonly host: string;
  readonly account: string;
  readonly region: string;
  readonly memory: boolean;
  readonly withCdk?: boolean;
}

/** `llmops local up`: runs until it is interrupted, and shows what happens. */
export async function up(options: UpOptions, terminal: Terminal): Promise<void> {
  const named = namedLanguageModel(process.env);
  const issues = [...upIssues(options), ...withCdkIssues(options.withCdk === true), ...named.issues];
  if (issues.length > 0) {
    refuse(issues, options, terminal);
    return;
  }
  const cdk =
    options.withCdk === true
      ? withCdk((problems) => {
          reportIssues(problems, terminal);
        })
      : undefined;
  await refusing(options, terminal, async () => {
    const cloud = await startLocalAws({
      port: Number(options.port),
      host: options.host,
      foreignAccount: options.account,
      ...(named.model === undefined ? {} : { model: named.model }),
      ...(options.memory ? {} : { state: options.state }),
      // Nothing is tidied up: what a fault of kind crash leaves is what a killed process leaves.
      crash: () => process.kill(process.pid, 'SIGKILL'),
      // With a listener, everything that the handlers of a type need is asked of the role that deploys.
      onAsked: () => undefined,
      onEvent: (event) => {
        printEvent(event, terminal);
        cdk?.heard(event);
      },
      onUnsaved: (error) => {
        if (error instanceof CodedError) reportIssues([issueOf(error)], terminal);
        else terminal.err(String(error));
        terminal.err('nothing more is accepted: stop the local cloud with Ctrl-C; what was acknowledged is kept');
      },
    });
    // Without a state folder nothing can be deployed on Azure.
    const azure = options.memory ? undefined : await startLocalAzure(options.state, named.model);
    printStart(cloud, azure, options, terminal);
    if (named.notice !== undefined) terminal.err(named.notice);
    cdk?.watch(cloud);
    await interrupted();
    cdk?.close();
    await Promise.all([cloud.close(), azure?.close()]);
  });
}

function printStart(cloud: LocalAws, azure: AzureData | undefined, options: UpOptions, terminal: Terminal): void {
  const { account, region, json, memory, state } = options;
  const env = cloud.env(account, region);
  if (json) {
    const set = { ...env, ...unsetVariables(env, process.env) };
    writeJson(terminal, { url: cloud.url, env: set, ...(azure === undefined ? {} : { azure: { url: azure.url } }) });
  } else for (const line of shellLines(env)) terminal.out(line);
  const count = cloud.stacks().length;
  const kept = memory ? 'its state ends with it' : `its state is in ${state}, which git ignores`;
  terminal.err(`local AWS at ${cloud.url}; ${kept}; stop it with Ctrl-C.`);
  if (count > 0)
    terminal.err(`it goes on with ${count} ${count === 1 ? 'stack' : 'stacks'}; see \`llmops local status\``);
  if (azure !== undefined) for (const line of azureLines(azure)) terminal.err(line);
}

/** Stacks as they change, failures, and what the cloud did not do or did not check. */
function printEvent(event: LocalAwsEvent, { err, style }: Terminal): void {
  const { account, region, stack, logicalId, type } = event;
  const place = `${account} ${region} ${stack}`;
  switch (event.kind) {
    case 'simulated':
      err(style.yellow(`simulated     ${place}/${logicalId} (${type}): ${event.what}`));
      return;
    case 'unverified':
      err(style.yellow(`not verified  ${place}/${logicalId} (${type}): ${event.what}`));
      return;
    case 'warned':
      err(style.yellow(`warned        ${place}/${logicalId} (${type}): ${event.what}`));
      return;
    case 'resource': {
      const { status, reason } = event;
      const failed = status.endsWith('_FAILED');
      if (type !== 'AWS::CloudFormation::Stack' && !failed) return;
      const line = `${status}  ${place}${type === 'AWS::CloudFormation::Stack' ? '' : `/${logicalId} (${type})`}`;
      err(failed ? style.red(`${line}: ${reason ?? ''}`) : line);
    }
  }
}

function interrupted(): Promise<void> {
  return new Promise((stopped) =>
    process
      .once('SIGINT', () => {
        stopped();
      })
      .once('SIGTERM', () => {
        stopped();
      }),
  );
}
