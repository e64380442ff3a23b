import { z } from 'zod';
import type { Step } from './raw';
import { valueAt } from './raw';
import { platformShape } from './shape';

/** Fields that the shape allows in the object at a path. The raw spec selects the alternative of a union. */
export function knownFields(raw: unknown, path: readonly Step[]): readonly string[] {
  let shapes: readonly z.core.$ZodType[] = [platformShape];
  path.forEach((step, depth) => {
    shapes = alternatives(shapes, valueAt(raw, path.slice(0, depth))).flatMap((shape) => inside(shape, step));
  });
  return alternatives(shapes, valueAt(raw, path)).flatMap((shape) =>
    shape instanceof z.ZodObject ? Object.keys(shape.shape) : [],
  );
}

/** Shapes inside optional values and unions. Of a tagged union, the alternative with the tag of the value. */
function alternatives(shapes: readonly z.core.$ZodType[], value: unknown): readonly z.core.$ZodType[] {
  return shapes.flatMap((shape): readonly z.core.$ZodType[] => {
    if (shape instanceof z.ZodOptional || shape instanceof z.ZodExactOptional) {
      return alternatives([shape.def.innerType], value);
    }
    if (shape instanceof z.ZodDiscriminatedUnion) {
      const tag = valueAt(value, [shape.def.discriminator]);
      return alternatives(shape.def.options, value).filter((option) => hasTag(option, shape.def.discriminator, tag));
    }
    if (shape instanceof z.ZodUnion) return alternatives(shape.def.options, value);
    return [shape];
  });
}

function hasTag(shape: z.core.$ZodType, discriminator: string, tag: unknown): boolean {
  if (!(shape instanceof z.ZodObject)) return false;
  const literal: unknown = shape.shape[discriminator];
  return literal instanceof z.ZodLiteral && literal.def.values.some((value: unknown) => value === tag);
}

function inside(shape: z.core.$ZodType, step: Step): readonly z.core.$ZodType[] {
  if (shape instanceof z.ZodRecord) return [shape.def.valueType];
  if (shape instanceof z.ZodArray) return [shape.def.element];
  if (shape instanceof z.ZodObject) {
    const field: unknown = shape.shape[step];
    return field instanceof z.ZodType ? [field] : [];
  }
  return [];
}
