import type { Json } from '../../constraints/json';
import { isList } from '../../constraints/json';

/** A test of a metadata value against the value of a filter. */
export type ValueTest = (found: Json | undefined, wanted: Json) => boolean;

/** An order of two numbers; other values are in none. */
function order(holds: (left: number, right: number) => boolean): ValueTest {
  return (found, wanted) => typeof found === 'number' && typeof wanted === 'number' && holds(found, wanted);
}

/** The orders of numbers, by what the filters of services call them in their own words. */
export const orders = {
  greater: order((left, right) => left > right),
  greaterOrEqual: order((left, right) => left >= right),
  less: order((left, right) => left < right),
  lessOrEqual: order((left, right) => left <= right),
};

/** Whether one value of a list is the same, by a test of sameness. */
export function amongBy(same: ValueTest): ValueTest {
  return (found, wanted) => isList(wanted) && wanted.some((item) => same(found, item));
}
