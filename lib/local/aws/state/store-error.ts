import { types } from 'node:util';
import { CodedError } from '../../../messages';

/** What the library and the file system report, as errors that say what to do. */
export function storeError(error: unknown, path: string): unknown {
  if (error instanceof CodedError || !types.isNativeError(error)) return error;
  const texts: string[] = [];
  for (let cause: unknown = error; types.isNativeError(cause); cause = cause.cause) {
    texts.push('code' in cause ? `${String(cause.code)} ${cause.message}` : cause.message);
  }
  const text = texts.join('; ');
  const place = path;
  if (/LEVEL_LOCKED/.test(text)) {
    return new CodedError('StateInUse', {
      place,
      message: 'another process works on this state',
      expected: 'one process',
    });
  }
  if (/ENOSPC|EDQUOT|No space left|quota exceeded|File too large/i.test(text)) {
    return new CodedError('StateFull', {
      place,
      message: 'there is no space left for the state',
      expected: 'free space',
    });
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i.test(text)) {
    return new CodedError('StateNotWritable', {
      place,
      message: 'the state cannot be written',
      expected: 'a folder that you may write',
    });
  }
  // What a file system without folders or locks says of them, such as procfs.
  if (
    /ENOENT[^;]*\bmkdir\b|ENOLCK|ENOSYS|EOPNOTSUPP|ENOTSUP|No locks available|Function not implemented|Operation not supported/i.test(
      text,
    )
  ) {
    return new CodedError('StateNotWritable', {
      place,
      message: 'the file system takes no folders or no locks',
      expected: 'a folder on a disk',
    });
  }
  if (/ENOTDIR|EEXIST/.test(text)) {
    return new CodedError('StateForeign', { place, message: 'a file is in the way', expected: 'a folder' });
  }
  // The path of a file says where; the words of the library say what.
  const problem = texts.at(-1) ?? error.message;
  return new CodedError('StateDamaged', { place, message: `the state cannot be read: ${problem}` });
}
