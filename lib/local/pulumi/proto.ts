import type { handleUnaryCall, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { Alias } from '@pulumi/pulumi/proto/alias_pb';
import { EngineService } from '@pulumi/pulumi/proto/engine_grpc_pb';
import type { LogRequest } from '@pulumi/pulumi/proto/engine_pb';
import {
  GetRootResourceResponse,
  RequirePulumiVersionResponse,
  SetRootResourceResponse,
} from '@pulumi/pulumi/proto/engine_pb';
import { CheckFailure, InvokeResponse } from '@pulumi/pulumi/proto/provider_pb';
import { ResourceMonitorService } from '@pulumi/pulumi/proto/resource_grpc_pb';
import type { RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb';
import {
  DeploymentInfo,
  ReadResourceResponse,
  RegisterPackageResponse,
  RegisterResourceResponse,
  SupportsFeatureResponse,
} from '@pulumi/pulumi/proto/resource_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import type { AliasSpec } from '../../graph/urn';
import { CodedError } from '../../messages';
import type { InvokeAnswer, LogLine, LogSeverity, ReadRequest, Registered, Registration } from './model';
import type { PropertyMap } from './property-value';

/**
 * The boundary between protocol buffers and plain data: the only file of the engine that knows the generated stubs of
 * `@pulumi/pulumi/proto`.
 */

/** The engine as a program calls it. A method that throws refuses the call with the message. */
export interface Monitor {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly preview: boolean;
  register(registration: Registration): Registered;
  registerOutputs(urn: string, outputs: PropertyMap): void;
  read(request: ReadRequest): Registered;
  invoke(token: string, args: PropertyMap, provider: string): InvokeAnswer;
  log(line: LogLine): void;
}

/** A running server of the engine protocol. */
export interface MonitorServer {
  /** Host and port on the loopback interface. */
  readonly address: string;
  close(): void;
}

/** Features of the protocol that this engine has. The runtime of a program refuses a program that needs another. */
const features: ReadonlySet<string> = new Set([
  'secrets',
  'resourceReferences',
  'outputValues',
  'aliasSpecs',
  'deletedWith',
  'replaceWith',
]);

/** Bytes of one message, which holds the inputs of one resource: workbooks and policies reach some megabytes. */
const messageBytes = 400 * 1024 * 1024;

/** Serves the engine's side of the protocol for one run of a program. */
export async function serveMonitor(monitor: Monitor): Promise<MonitorServer> {
  const server = new Server({
    'grpc.max_receive_message_length': messageBytes,
    'grpc.max_send_message_length': messageBytes,
  });
  server.addService(ResourceMonitorService, { ...monitorCalls(monitor), ...unsupportedCalls });
  server.addService(EngineService, engineCalls(monitor));
  const port = await listen(server);
  return {
    address: `127.0.0.1:${port}`,
    close: () => {
      server.forceShutdown();
    },
  };
}

function monitorCalls(monitor: Monitor) {
  return {
    supportsFeature: unary((request: { getId(): string }) => {
      const response = new SupportsFeatureResponse();
      response.setHassupport(features.has(request.getId()));
      return response;
    }),
    getDeploymentInfo: unary(() => deploymentInfo(monitor)),
    registerResource: unary((request: RegisterResourceRequest) => {
      const registered = monitor.register(decodeRegistration(request));
      const response = new RegisterResourceResponse();
      response.setUrn(registered.urn);
      response.setId(registered.id ?? '');
      response.setObject(encode(registered.outputs));
      return response;
    }),
    registerResourceOutputs: unary((request: { getUrn(): string; getOutputs(): Struct | undefined }) => {
      monitor.registerOutputs(request.getUrn(), decode(request.getOutputs()));
      return new Empty();
    }),
    readResource: unary((request: ReadResource) => {
      const answer = monitor.read({
        type: request.getType(),
        name: request.getName(),
        id: request.getId(),
        inputs: decode(request.getProperties()),
        ...optional('parent', request.getParent()),
      });
      const response = new ReadResourceResponse();
      response.setUrn(answer.urn);
      response.setProperties(encode(answer.outputs));
      return response;
    }),
    invoke: unary((request: { getTok(): string; getArgs(): Struct | undefined; getProvider(): string }) =>
      encodeInvoke(monitor.invoke(request.getTok(), decode(request.getArgs()), request.getProvider())),
    ),
    registerPackage: unary((request: { getName(): string; getVersion(): string }) => {
      const response = new RegisterPackageResponse();
      response.setRef(`${request.getName()}@${request.getVersion()}`);
      return response;
    }),
    signalAndWaitForShutdown: unary(() => new Empty()),
  };
}

const unsupportedCalls = {
  call: unsupported('calls of methods of component resources'),
  registerStackTransform: unsupported('stack transforms'),
  registerStackInvokeTransform: unsupported('invoke transforms'),
  registerResourceHook: unsupported('resource hooks'),
  registerErrorHook: unsupported('error hooks'),
};

function engineCalls(monitor: Monitor) {
  let root = '';
  return {
    log: unary((request: LogRequest) => {
      monitor.log({
        severity: severities[request.getSeverity()] ?? 'info',
        message: request.getMessage(),
        ...optional('urn', request.getUrn()),
      });
      return new Empty();
    }),
    getRootResource: unary(() => {
      const response = new GetRootResourceResponse();
      response.setUrn(root);
      return response;
    }),
    setRootResource: unary((request: { getUrn(): string }) => {
      root = request.getUrn();
      return new SetRootResourceResponse();
    }),
    requirePulumiVersion: unary(() => new RequirePulumiVersionResponse()),
    startDebugging: unary(() => new Empty()),
  };
}

interface ReadResource {
  getType(): string;
  getName(): string;
  getId(): string;
  getParent(): string;
  getProperties(): Struct | undefined;
}

const severities: readonly LogSeverity[] = ['debug', 'info', 'warning', 'error'];

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

/** Makes a call handler of a function. An error that it throws is the error of the call. */
function unary<Request, Response>(answer: (request: Request) => Response): handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    try {
      callback(null, answer(call.request));
    } catch (error) {
      callback({ code: status.INVALID_ARGUMENT, details: error instanceof Error ? error.message : String(error) });
    }
  };
}

function unsupported(what: string): handleUnaryCall<unknown, Empty> {
  return unary(() => {
    throw new CodedError('UnsupportedOperation', {
      place: 'Pulumi program',
      message: `the local engine does not offer ${what}`,
      fix: 'remove the call, or run the program with Pulumi',
    });
  });
}

function deploymentInfo(monitor: Monitor): DeploymentInfo {
  const info = new DeploymentInfo();
  info.setProject(monitor.project);
  info.setStack(monitor.stack);
  info.setOrganization(monitor.organization);
  info.setDryrun(monitor.preview);
  return info;
}

function decodeRegistration(request: RegisterResourceRequest): Registration {
  return {
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    remote: request.getRemote(),
    inputs: decode(request.getObject()),
    protect: request.getProtect() ?? false,
    dependencies: request.getDependenciesList(),
    propertyDependencies: propertyDependencies(request),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    aliases: [...request.getAliasurnsList().map((urn) => ({ urn })), ...request.getAliasesList().map(decodeAlias)],
    retainOnDelete: request.getRetainondelete() ?? false,
    replaceWith: request.getReplaceWithList(),
    ...(request.getDeletebeforereplacedefined() ? { deleteBeforeReplace: request.getDeletebeforereplace() } : {}),
    ...optional('parent', request.getParent()),
    ...optional('provider', request.getProvider()),
    ...optional('importId', request.getImportid()),
    ...optional('deletedWith', request.getDeletedwith()),
  };
}

function propertyDependencies(request: RegisterResourceRequest): Record<string, readonly string[]> {
  const dependencies: Record<string, readonly string[]> = {};
  request.getPropertydependenciesMap().forEach((urns, property) => {
    dependencies[property] = urns.getUrnsList();
  });
  return dependencies;
}

function decodeAlias(alias: Alias): AliasSpec {
  const spec = alias.getSpec();
  if (spec === undefined) return { urn: alias.getUrn() };
  return {
    ...optional('name', spec.getName()),
    ...optional('type', spec.getType()),
    ...optional('stack', spec.getStack()),
    ...optional('project', spec.getProject()),
    ...optional('parent', spec.getParenturn()),
    noParent: spec.getNoparent(),
  };
}

function encodeInvoke(answer: InvokeAnswer): InvokeResponse {
  const response = new InvokeResponse();
  if ('result' in answer) response.setReturn(encode(answer.result));
  else response.setFailuresList(answer.failures.map(encodeFailure));
  return response;
}

function encodeFailure(failure: { readonly property: string; readonly reason: string }): CheckFailure {
  const encoded = new CheckFailure();
  encoded.setProperty(failure.property);
  encoded.setReason(failure.reason);
  return encoded;
}

/** Protocol buffers have no absent text: an empty one means absent. */
function optional<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  const entry: Partial<Record<Key, string>> = {};
  if (value !== '') entry[key] = value;
  return entry;
}

function decode(struct: Struct | undefined): PropertyMap {
  return struct === undefined ? {} : struct.toJavaScript();
}

function encode(values: PropertyMap): Struct {
  return Struct.fromJavaScript(values);
}
