import { spawn } from 'node:child_process';
import path from 'node:path';
import type { handleUnaryCall, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { LanguageRuntimeService } from '@pulumi/pulumi/proto/language_grpc_pb';
import type { LanguageHandshakeRequest, RunRequest } from '@pulumi/pulumi/proto/language_pb';
import {
  AboutResponse,
  GetProgramDependenciesResponse,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  RunResponse,
  RuntimeOptionsResponse,
} from '@pulumi/pulumi/proto/language_pb';
import { PluginDependency, PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';

/*
 * A stand-in for the language host of Node, for a CLI that was built without one: it starts the runtime of
 * `@pulumi/pulumi` as the host of a release does.
 */
let engine = process.argv.slice(2).findLast((argument) => !argument.startsWith('-')) ?? '';

/** Exit status of a program whose errors the engine has shown already. */
const shown = 32;

function azureNative(): PluginDependency {
  const dependency = new PluginDependency();
  dependency.setName('azure-native');
  dependency.setKind('resource');
  dependency.setVersion('v3.28.0');
  return dependency;
}

function run(request: RunRequest, done: (response: RunResponse) => void): void {
  const info = request.getInfo();
  const root = info?.getRootDirectory() ?? request.getPwd();
  const folder = info?.getProgramDirectory() ?? root;
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => {
    config[key] = value;
  });
  const args = [
    require.resolve('@pulumi/pulumi/cmd/run'),
    `--monitor=${request.getMonitorAddress()}`,
    `--engine=${engine}`,
    `--project=${request.getProject()}`,
    `--stack=${request.getStack()}`,
    `--organization=${request.getOrganization()}`,
    `--root-directory=${root}`,
    `--pwd=${request.getPwd()}`,
    `--parallel=${request.getParallel()}`,
    ...(request.getDryrun() ? ['--dry-run'] : []),
    path.resolve(folder, info?.getEntryPoint() ?? '.'),
  ];
  const child = spawn(process.execPath, args, {
    cwd: request.getPwd(),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(config),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      PULUMI_NODEJS_TYPESCRIPT: 'false',
    },
  });
  child.on('close', (code) => {
    const response = new RunResponse();
    if (code === shown) response.setBail(true);
    else if (code !== 0) response.setError(`the program ended with ${String(code)}`);
    done(response);
  });
}

function unary<Request, Response>(answer: (request: Request) => Response): handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    callback(null, answer(call.request));
  };
}

const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
server.addService(LanguageRuntimeService, {
  handshake: unary((request: LanguageHandshakeRequest) => {
    engine = request.getEngineAddress() || engine;
    return new LanguageHandshakeResponse();
  }),
  getPluginInfo: unary(() => new PluginInfo()),
  getRequiredPackages: unary(() => new GetRequiredPackagesResponse()),
  getRequiredPlugins: unary(() => {
    const response = new GetRequiredPluginsResponse();
    response.setPluginsList([azureNative()]);
    return response;
  }),
  run: (call: ServerUnaryCall<RunRequest, RunResponse>, callback: sendUnaryData<RunResponse>) => {
    run(call.request, (response) => {
      callback(null, response);
    });
  },
  runtimeOptionsPrompts: unary(() => new RuntimeOptionsResponse()),
  about: unary(() => new AboutResponse()),
  getProgramDependencies: unary(() => new GetProgramDependenciesResponse()),
  cancel: unary(() => new Empty()),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.stdout.write(`${port}\n`);
});
