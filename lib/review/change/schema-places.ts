import type { RequiresRecreation } from '../../constraints/schema/replacement';
import { recreationWithin, strictest } from '../../constraints/schema/replacement';
import type { ResourceSchema, SpecificationProperty } from '../../constraints/schema/service-spec';
import { nestedProperties, resourceSchema } from '../../constraints/schema/service-spec';
import { cdkMetadata, isCustomResource } from '../../constraints/schema/special-types';
import { unorderedLists } from '../../constraints/schema/unordered-lists';
import type { PropertyValue } from '../../graph';
import type { ChangeEffect, NoiseReason } from './change';
import type { PlaceFacts } from './facts';
import { isPosition, touches } from './place-path';
import { isPolicySet } from './policy-sets';
import { providerNoise } from './provider-values';

type PropertyType = SpecificationProperty['type'];

const effects: Readonly<Record<RequiresRecreation, ChangeEffect>> = {
  Never: 'update',
  Conditionally: 'may-replace',
  Always: 'replace',
};

/**
 * Facts about a type of CloudFormation from its schema, create-only properties at every depth. Of a type without schema
 * nothing is known, so any change of it may replace it.
 */
export function schemaPlaces(type: string): PlaceFacts {
  if (isCustomResource(type)) return customResource([]);
  const schema = resourceSchema(type);
  const known = schema !== undefined || type === cdkMetadata;
  return new SchemaPlace({ schema, type }, [], undefined, known ? 'Never' : 'Conditionally');
}

class SchemaPlace implements PlaceFacts {
  constructor(
    private readonly resource: { readonly schema: ResourceSchema | undefined; readonly type: string },
    private readonly path: readonly string[],
    private readonly type: PropertyType | undefined,
    /** What the places on the way here say. */
    private readonly above: RequiresRecreation,
  ) {}

  get unordered(): boolean {
    const { type, path, resource } = this;
    if (type?.type === 'array' && type.element.type === 'tag') return true;
    return isPolicySet(path) || unorderedLists(resource.type).has(path.join('.'));
  }

  effect(before: PropertyValue | undefined, after: PropertyValue | undefined): ChangeEffect {
    const here = this.path.join('.');
    const listed = this.resource.schema?.replacementPaths.some((each) => touches(each.join('.'), here)) === true;
    const within = this.type === undefined ? 'Never' : recreationWithin(this.type, before, after);
    return effects[strictest([this.above, within, listed ? 'Always' : 'Never'])];
  }

  noise(before: PropertyValue | undefined, after: PropertyValue | undefined): NoiseReason | undefined {
    return providerNoise(this.resource.type, this.path.join('.'), before, after);
  }

  child(key: string): PlaceFacts {
    const { resource, path, type, above } = this;
    if (type?.type === 'array' && isPosition(key)) {
      return new SchemaPlace(resource, path, type.element, above);
    }
    if (isPosition(key)) return this;
    if (type?.type === 'map') return new SchemaPlace(resource, [...path, key], type.element, above);
    const known =
      path.length === 0 ? resource.schema?.properties : type === undefined ? undefined : nestedProperties(type);
    const property = known !== undefined && Object.hasOwn(known, key) ? known[key] : undefined;
    const own = property?.causesReplacement;
    const declared: RequiresRecreation = own === 'yes' ? 'Always' : own === 'maybe' ? 'Conditionally' : 'Never';
    return new SchemaPlace(resource, [...path, key], property?.type, strictest([above, declared]));
  }
}

/** Only the token of a custom resource is known to replace it: its provider decides by the identity it answers. */
function customResource(path: readonly string[]): PlaceFacts {
  return {
    unordered: false,
    effect: () => (path[0] === 'ServiceToken' ? 'replace' : 'may-replace'),
    child: (key) => customResource([...path, key]),
  };
}
