import { hasLocalNvme } from '../constraints/local-nvme';
import type { PropertyValue } from '../graph';
import type { Known } from './known';
import { placesAt } from './known';

/**
 * A family of general instances, by its attributes. A `d` among them says that it has local disks; the generations from 4 on
 * have none without it. Source: docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html, 2026-11-30.
 */
const generalFamily = /^ml\.[cmrt](?:[4-9]|\d\d)([a-z]*)\./;

/**
 * Whether SageMaker takes a customer key for the volume of an instance type. It refuses one for instances with local NVMe,
 * which encrypt it in hardware; false for a type that is not known.
 */
export function takesVolumeKey(instanceType: Known): boolean {
  if (typeof instanceType !== 'string') return false;
  const attributes = generalFamily.exec(instanceType)?.[1];
  return attributes === undefined ? hasLocalNvme(instanceType) === false : !attributes.includes('d');
}

/** The instance types of the variants of an endpoint configuration. A serverless variant has none. */
export function instanceTypes(properties: PropertyValue): readonly Known[] {
  return placesAt(properties, 'ProductionVariants.*')
    .filter((place) =>
      placesAt(properties, `${place.path}.ServerlessConfig`).every(({ values }) =>
        values.every((value) => value === undefined),
      ),
    )
    .flatMap(({ path }) => placesAt(properties, `${path}.InstanceType`).flatMap(({ values }) => values));
}
