export { CodedError } from './coded-error';
export type { ErrorDetails } from './coded-error';
export type { Declaration, Fault, Message, Severity } from './declaration';
export { messageOf, messagesByOrigin, withDefaults } from './messages';
export type { MessageCode } from './messages';
