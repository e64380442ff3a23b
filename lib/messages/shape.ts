import type { Declarations } from './declaration';

/** Raised while the shape of a config is read: fields, types and values. */
export const shapeMessages = {
  CircularValue: {
    title: 'Circular value',
    meaning: 'A value in the config contains itself.',
    fix: 'Remove the reference that leads back to an outer value.',
  },
  EmptyList: {
    title: 'Empty list',
    meaning: 'The list needs at least one entry.',
    fix: 'Add an entry, or remove the field that the list belongs to.',
  },
  MissingField: {
    title: 'Missing field',
    meaning: 'A required field is missing.',
    fix: 'Add the field.',
  },
  NestedTooDeep: {
    title: 'Nested too deep',
    meaning: 'Objects are nested deeper than in any platform.',
    fix: 'Remove the levels that a platform does not have.',
  },
  NotPlainData: {
    title: 'Not plain data',
    meaning: 'A value is a Promise, a Map, a Date or another object that holds no plain data.',
    fix: 'Write the value as an object, a list, a string, a number or a boolean; await a Promise first.',
  },
  NumberOutOfRange: {
    title: 'Number out of range',
    meaning: 'A number is smaller or larger than the field or the service allows, or is not whole.',
    fix: 'Use a number in the range that the message names.',
  },
  UnknownField: {
    title: 'Unknown field',
    meaning: 'The object has no field with this name.',
    fix: 'Correct the name, or remove the field.',
  },
  UnknownValue: {
    title: 'Unknown value',
    meaning: 'The value is not in the list of allowed values.',
    fix: 'Use one of the values that the message lists.',
  },
  UnreadableValue: {
    title: 'Unreadable value',
    meaning: 'A getter or a Proxy throws an error when its value is read.',
    fix: 'Replace the getter or Proxy with the value.',
  },
  WrongType: {
    title: 'Wrong type',
    meaning: 'The value has another type than the field.',
    fix: 'Write a value of the type that the message names.',
  },
  WrongValue: {
    title: 'Wrong value',
    meaning: 'The value does not fit the field.',
    fix: 'Write a value that the field accepts.',
  },
} as const satisfies Declarations;
