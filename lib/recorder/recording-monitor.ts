import type { Alias } from '@pulumi/pulumi/proto/alias_pb';
import { InvokeResponse } from '@pulumi/pulumi/proto/provider_pb';
import type {
  ReadResourceRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
  SupportsFeatureRequest,
} from '@pulumi/pulumi/proto/resource_pb';
import {
  ReadResourceResponse,
  RegisterPackageResponse,
  RegisterResourceResponse,
  SupportsFeatureResponse,
} from '@pulumi/pulumi/proto/resource_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import type { AliasSpec, PropertyValue, Registration } from '../graph';
import { aliasUrn, formatUrn, keyOfKeyValue } from '../graph';
import { recordedInputs } from './recorded-inputs';
import { recordedOutputs, reference } from './recorded-outputs';

/** What functions of providers answer, by token such as `aws:index/getRegion:getRegion`. */
export type ProviderAnswers = Readonly<Record<string, Readonly<Record<string, PropertyValue>>>>;

type Answer<T> = (error: Error | null, response: T) => void;

/** Features of the SDK that a recording supports. Transforms and hooks are not, because they call back into the program. */
const features: ReadonlySet<string> = new Set([
  'secrets',
  'resourceReferences',
  'outputValues',
  'aliasSpecs',
  'deletedWith',
  'replaceWith',
]);

/** The function that reads what another stack published in App Configuration. */
const keyValueToken = 'azure-native:appconfiguration:getKeyValue';

/**
 * A resource monitor of the Pulumi engine, in process, that captures the resources it should create.
 *
 * It never responds with an error, which the SDK would turn into an unhandled rejection that ends the process. Errors are
 * in `problems` instead.
 */
export class RecordingMonitor {
  /** Registered resources by URN. */
  readonly registrations = new Map<string, Registration>();
  /** Errors in the program that a real engine would report. */
  readonly problems: string[] = [];

  constructor(
    private readonly project: string,
    private readonly stack: string,
    /** What the functions of providers answer, by token. */
    private readonly answers: ProviderAnswers = {},
  ) {}

  supportsFeature(request: SupportsFeatureRequest, answer: Answer<SupportsFeatureResponse>): void {
    answer(null, new SupportsFeatureResponse().setHassupport(features.has(request.getId())));
  }

  registerResource(request: RegisterResourceRequest, answer: Answer<RegisterResourceResponse>): void {
    const registration = this.registration(request);
    const { urn } = registration;
    if (this.registrations.has(urn)) this.problems.push(`duplicate URN ${urn}`);
    this.registrations.set(urn, registration);
    const response = new RegisterResourceResponse().setUrn(urn);
    if (registration.custom) {
      response.setId(reference(urn, 'id'));
      response.setObject(Struct.fromJavaScript({ ...recordedOutputs(urn, registration.inputs) }));
    } else {
      response.setObject(new Struct());
    }
    answer(null, response);
  }

  registerResourceOutputs(_request: unknown, answer: Answer<Empty>): void {
    answer(null, new Empty());
  }

  invoke(request: ResourceInvokeRequest, answer: Answer<InvokeResponse>): void {
    const key = request.getTok() === keyValueToken ? handOffKey(request.getArgs()?.toJavaScript() ?? {}) : undefined;
    if (key !== undefined) {
      answer(null, new InvokeResponse().setReturn(Struct.fromJavaScript({ value: reference(key, 'value') })));
      return;
    }
    const token = request.getTok();
    const answered = Object.hasOwn(this.answers, token) ? this.answers[token] : undefined;
    if (answered !== undefined) {
      answer(null, new InvokeResponse().setReturn(Struct.fromJavaScript({ ...answered })));
      return;
    }
    this.problems.push(`unknown invoke ${token}: a recording calls no provider`);
    answer(null, new InvokeResponse().setReturn(new Struct()));
  }

  readResource(request: ReadResourceRequest, answer: Answer<ReadResourceResponse>): void {
    const urn = this.urn(request.getType(), request.getName(), request.getParent());
    answer(null, new ReadResourceResponse().setUrn(urn).setProperties(new Struct()));
  }

  registerPackage(_request: unknown, answer: Answer<RegisterPackageResponse>): void {
    answer(null, new RegisterPackageResponse());
  }

  private urn(type: string, name: string, parent: string): string {
    return formatUrn({ project: this.project, stack: this.stack, type, name, ...(parent === '' ? {} : { parent }) });
  }

  private registration(request: RegisterResourceRequest): Registration {
    const type = request.getType();
    const name = request.getName();
    const parent = request.getParent();
    const resource = { project: this.project, stack: this.stack, type, name, ...(parent === '' ? {} : { parent }) };
    const timeouts = customTimeouts(request);
    return {
      urn: formatUrn(resource),
      type,
      name,
      custom: request.getCustom(),
      parent,
      inputs: recordedInputs(request.getObject()?.toJavaScript() ?? {}),
      dependencies: request.getDependenciesList().toSorted(),
      propertyDependencies: propertyDependencies(request),
      provider: request.getProvider(),
      protect: request.getProtect() ?? false,
      retainOnDelete: request.getRetainondelete() ?? false,
      deleteBeforeReplace: request.getDeletebeforereplace(),
      ignoreChanges: request.getIgnorechangesList().toSorted(),
      replaceOnChanges: request.getReplaceonchangesList().toSorted(),
      additionalSecretOutputs: request.getAdditionalsecretoutputsList().toSorted(),
      aliases: request
        .getAliasesList()
        .map((alias) => aliasUrn(aliasSpec(alias), resource))
        .toSorted(),
      ...(timeouts === undefined ? {} : { customTimeouts: timeouts }),
      version: request.getVersion(),
    };
  }
}

/** The key that a call of `getKeyValue` reads. */
function handOffKey({ keyValueName }: { readonly [argument: string]: unknown }): string | undefined {
  return typeof keyValueName === 'string' ? keyOfKeyValue(keyValueName) : undefined;
}

function propertyDependencies(request: RegisterResourceRequest): Registration['propertyDependencies'] {
  const sorted = [...request.getPropertydependenciesMap().entries()]
    .map(([property, dependencies]) => [property, dependencies.getUrnsList().toSorted()] as const)
    .filter(([, urns]) => urns.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

function customTimeouts(request: RegisterResourceRequest): Registration['customTimeouts'] {
  const timeouts = request.getCustomtimeouts();
  const create = timeouts?.getCreate() ?? '';
  const update = timeouts?.getUpdate() ?? '';
  const remove = timeouts?.getDelete() ?? '';
  if (create === '' && update === '' && remove === '') return undefined;
  return {
    ...(create === '' ? {} : { create }),
    ...(update === '' ? {} : { update }),
    ...(remove === '' ? {} : { delete: remove }),
  };
}

/** An empty string in the protocol means that the alias does not change the part. */
function aliasSpec(alias: Alias): AliasSpec {
  const spec = alias.getSpec();
  if (spec === undefined) return { urn: alias.getUrn() };
  const part = (text: string) => (text === '' ? undefined : text);
  return {
    name: part(spec.getName()),
    type: part(spec.getType()),
    stack: part(spec.getStack()),
    project: part(spec.getProject()),
    parent: part(spec.getParenturn()),
    noParent: spec.getNoparent(),
  };
}
