import type { Breach, Constraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isObject } from '../json';
import { at, isGiven, isUnresolved, listAt, textAt } from '../value';

const types = ['AWS::SageMaker::Model'];
const source = {
  url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
  asOf: '2026-11-30',
};

/** A container of a model, and its place. */
export interface PlacedContainer {
  readonly container: JsonObject;
  readonly pointer: string;
}

/** The containers of a model whose properties are known. */
export function containersOf(properties: JsonObject): readonly PlacedContainer[] {
  const primary = { container: properties['PrimaryContainer'], pointer: '#/PrimaryContainer' };
  const others = listAt(properties, 'Containers').map((container, index) => ({
    container,
    pointer: `#/Containers/${index}`,
  }));
  return [primary, ...others].flatMap(({ container, pointer }) =>
    isObject(container) && !isUnresolved(container) ? [{ container, pointer }] : [],
  );
}

/** A model has one primary container or a list of containers. */
export const modelContainers: Constraint = {
  id: 'model-containers',
  types,
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html',
    asOf: '2026-11-30',
  },
  check({ properties }) {
    const { PrimaryContainer: primary, Containers: containers } = properties;
    const listed =
      containers !== undefined && (isUnresolved(containers) || listAt(properties, 'Containers').length > 0);
    if (primary !== undefined && listed && !isUnresolved(primary) && !isUnresolved(containers)) {
      return [
        {
          pointer: '#/Containers',
          problem: 'The model has both PrimaryContainer and Containers, and takes one of them',
          fix: 'Remove Containers, or move PrimaryContainer into Containers.',
        },
      ];
    }
    if (primary !== undefined || listed) return [];
    return [
      {
        pointer: '#',
        problem: 'The model has no container: neither PrimaryContainer nor Containers is given',
        fix: 'Set PrimaryContainer with Image, and with ModelDataUrl or ModelDataSource where the image has no weights.',
      },
    ];
  },
};

/** A container has an image, or a model package that names one. */
export const containerImage: Constraint = {
  id: 'model-container-image',
  types,
  source,
  check: ({ properties }) =>
    containersOf(properties).flatMap(({ container, pointer }) => {
      if (container['Image'] !== undefined || container['ModelPackageName'] !== undefined) return [];
      return [
        {
          pointer,
          problem: 'The container has neither Image nor ModelPackageName',
          fix: 'Set Image to the URI of a container image, or ModelPackageName to a model package.',
        },
      ];
    }),
};

/** Of an inference pipeline, all containers have a host name or none, and host names are different. */
export const containerHostNames: Constraint = {
  id: 'model-container-host-names',
  types,
  source,
  check({ properties }) {
    const containers = listAt(properties, 'Containers');
    if (containers.length < 2) return [];
    const names = containers.map((container) => at(container, 'ContainerHostname'));
    const bare = names.findIndex((name, index) => name === undefined && isPlain(containers[index]));
    if (bare !== -1 && names.some(isGiven)) {
      return [
        {
          pointer: `#/Containers/${bare}`,
          problem: 'Some containers of the pipeline have a ContainerHostname and this one has none',
          fix: 'Give every container a ContainerHostname, or none.',
        },
      ];
    }
    const twice = names.findIndex((name, index) => typeof name === 'string' && names.indexOf(name) < index);
    if (twice === -1) return [];
    return [
      {
        pointer: `#/Containers/${twice}/ContainerHostname`,
        problem: `The host name ${textAt(names[twice]) ?? ''} is used twice; it identifies a container of the model`,
        fix: 'Give each container another ContainerHostname.',
      },
    ];
  },
};

function isPlain(container: Json | undefined): boolean {
  return isObject(container) && !isUnresolved(container);
}

/** A container of several models reads them from an S3 prefix, not from a `ModelDataSource`. */
export const multiModelData: Constraint = {
  id: 'multi-model-data',
  types,
  source,
  check: ({ properties }) =>
    containersOf(properties).flatMap(({ container, pointer }): readonly Breach[] => {
      if (textAt(container, 'Mode') !== 'MultiModel') return [];
      if (isGiven(container['ModelDataSource'])) {
        return [
          {
            pointer: `${pointer}/ModelDataSource`,
            problem: 'ModelDataSource cannot be used with a container of mode MultiModel',
            fix: 'Set ModelDataUrl to the S3 prefix that holds the archives of the models.',
          },
        ];
      }
      if (container['ModelDataUrl'] !== undefined) return [];
      return [
        {
          pointer: `${pointer}/ModelDataUrl`,
          problem: 'A container of mode MultiModel needs ModelDataUrl, the S3 prefix of its models',
          fix: 'Set ModelDataUrl to the S3 prefix that holds the archives of the models.',
        },
      ];
    }),
};
