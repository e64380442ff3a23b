import type { handleUnaryCall, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import type {
  CheckRequest,
  ConfigureRequest,
  CreateRequest,
  DeleteRequest,
  DiffRequest,
  InvokeRequest,
  ReadRequest,
  UpdateRequest,
} from '@pulumi/pulumi/proto/provider_pb';
import {
  CheckFailure,
  CheckResponse,
  ConfigureResponse,
  CreateResponse,
  DiffResponse,
  InvokeResponse,
  PropertyDiff,
  ProviderHandshakeResponse,
  ReadResponse,
  UpdateResponse,
} from '@pulumi/pulumi/proto/provider_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import { armPath } from '../../../lib/local/pulumi/arm';
import type { PropertyMap, PropertyValue } from '../../../lib/local/pulumi/property-value';
import { isMap, unknownMarker } from '../../../lib/local/pulumi/property-value';
import { CloudFile } from './cloud-file';
import { drifted, StandInCloud } from './stand-in-cloud';

/*
 * A stand-in for the azure-native provider, which the real Pulumi engine starts as a plugin. It keeps a cloud in one file,
 * refuses to create what exists, and reports on refresh what changed in the cloud.
 */
const version = '3.28.0';
const inputsKey = '__inputs';
const file = new CloudFile(process.env.STAND_IN_CLOUD ?? '', process.env.STAND_IN_CALLS ?? '');
let cloud = new StandInCloud(file, { subscriptionId: '', tenantId: '' });

const decode = (struct: Struct | undefined): PropertyMap => (struct === undefined ? {} : struct.toJavaScript());
const encode = (values: PropertyMap): Struct => Struct.fromJavaScript(values);
const typeOf = (urn: string): string => urn.split('::')[2]?.split('$').at(-1) ?? '';
const nameOf = (urn: string): string => urn.split('::').at(-1) ?? '';
const child = (map: PropertyMap, key: string): PropertyMap => {
  const value = map[key];
  return isMap(value) ? value : {};
};

/** Inputs as the state has them: with the resource's outputs, which the provider gave the engine. */
function stateOf(properties: Struct | undefined): { readonly inputs: PropertyMap; readonly outputs: PropertyMap } {
  const all = decode(properties);
  const outputs = Object.fromEntries(Object.entries(all).filter(([key]) => key !== inputsKey));
  return { inputs: child(all, inputsKey), outputs };
}

function configure(request: ConfigureRequest): ConfigureResponse {
  const args = decode(request.getArgs());
  const text = (key: string): string => {
    const value = args[key];
    return typeof value === 'string' ? value : '';
  };
  cloud = new StandInCloud(file, { subscriptionId: text('subscriptionId'), tenantId: text('tenantId') });
  const response = new ConfigureResponse();
  response.setAcceptsecrets(false);
  response.setSupportspreview(true);
  return response;
}

function check(request: CheckRequest): CheckResponse {
  const response = new CheckResponse();
  response.setInputs(request.getNews());
  const type = typeOf(request.getUrn());
  if (armPath(type) === undefined) {
    const failure = new CheckFailure();
    failure.setReason(`the stand-in does not know the id of ${type}`);
    response.setFailuresList([failure]);
  }
  return response;
}

function diff(request: DiffRequest): DiffResponse {
  const type = typeOf(request.getUrn());
  const { paths, replaces } = cloud.difference(
    type,
    decode(request.getOldInputs()),
    decode(request.getNews()),
    request.getIgnorechangesList(),
  );
  const response = new DiffResponse();
  response.setChanges(paths.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
  response.setReplacesList([...replaces]);
  response.setDiffsList([...paths]);
  response.setHasdetaileddiff(true);
  for (const path of paths) {
    const detail = new PropertyDiff();
    detail.setKind(replaces.includes(path) ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE);
    detail.setInputdiff(true);
    response.getDetaileddiffMap().set(path, detail);
  }
  return response;
}

/** Outputs that the service generates are unknown in a preview. */
function previewed(outputs: PropertyMap, inputs: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(outputs).map(([key, value]): [string, PropertyValue] => [
      key,
      key in inputs ? value : unknownMarker,
    ]),
  );
}

function create(request: CreateRequest): CreateResponse {
  const type = typeOf(request.getUrn());
  const name = nameOf(request.getUrn());
  const inputs = decode(request.getProperties());
  const id = cloud.idOf(type, inputs);
  const response = new CreateResponse();
  if (request.getPreview()) {
    response.setProperties(encode(previewed(cloud.outputsOf(type, id ?? '/unknown', inputs), inputs)));
    return response;
  }
  if (id === undefined) throw new Error(`a part of the id of ${name} is not known`);
  if (file.get(id) !== undefined) {
    file.note({ call: 'refused', name });
    throw new Error(`cannot create already existing resource '${id}'`);
  }
  file.note({ call: 'create', name });
  const outputs = cloud.outputsOf(type, id, inputs);
  file.put({ id, type, outputs });
  response.setId(id);
  response.setProperties(encode({ ...outputs, [inputsKey]: inputs }));
  return response;
}

function read(request: ReadRequest): ReadResponse {
  const response = new ReadResponse();
  const id = request.getId();
  const found = file.get(id);
  if (found === undefined) return response;
  file.note({ call: 'read', name: nameOf(request.getUrn()) });
  const before = stateOf(request.getProperties());
  const inputs = drifted(before.outputs, found.outputs, decode(request.getInputs()));
  response.setId(id);
  response.setInputs(encode(inputs));
  response.setProperties(encode({ ...found.outputs, [inputsKey]: inputs }));
  return response;
}

function update(request: UpdateRequest): UpdateResponse {
  const type = typeOf(request.getUrn());
  const inputs = decode(request.getNews());
  const outputs = cloud.outputsOf(type, request.getId(), inputs);
  const response = new UpdateResponse();
  response.setProperties(encode({ ...outputs, [inputsKey]: inputs }));
  if (request.getPreview()) return response;
  file.note({ call: 'update', name: nameOf(request.getUrn()) });
  file.put({ id: request.getId(), type, outputs });
  return response;
}

function remove(request: DeleteRequest): Empty {
  file.note({ call: 'delete', name: nameOf(request.getUrn()) });
  file.remove(request.getId());
  return new Empty();
}

/** `getX` reads a resource of the cloud; another function has no answer here. */
function invoke(request: InvokeRequest): InvokeResponse {
  const [, module = '', name = ''] = /^azure-native:(\w+):get(\w+)$/.exec(request.getTok()) ?? [];
  const template = armPath(`azure-native:${module}:${name}`);
  const args = decode(request.getArgs());
  const id = template === undefined ? undefined : cloud.idOf(`azure-native:${module}:${name}`, args);
  const found = id === undefined ? undefined : file.get(id);
  file.note({ call: 'invoke', name: request.getTok() });
  if (found === undefined) throw new Error(`${request.getTok()}: ${id ?? 'an unknown id'} was not found`);
  const response = new InvokeResponse();
  response.setReturn(encode({ ...found.outputs, id: found.id }));
  return response;
}

function unary<Request, Response>(answer: (request: Request) => Response): handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    try {
      callback(null, answer(call.request));
    } catch (error) {
      callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
    }
  };
}

const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
server.addService(ResourceProviderService, {
  handshake: unary(() => new ProviderHandshakeResponse()),
  getPluginInfo: unary(() => {
    const info = new PluginInfo();
    info.setVersion(version);
    return info;
  }),
  checkConfig: unary((request: CheckRequest) => {
    const response = new CheckResponse();
    response.setInputs(request.getNews());
    return response;
  }),
  diffConfig: unary(() => new DiffResponse()),
  configure: unary(configure),
  check: unary(check),
  diff: unary(diff),
  create: unary(create),
  read: unary(read),
  update: unary(update),
  delete: unary(remove),
  invoke: unary(invoke),
  cancel: unary(() => new Empty()),
  attach: unary(() => new Empty()),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.stdout.write(`${port}\n`);
});
