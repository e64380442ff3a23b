import type { Draft } from '../draft';
import type { EndpointSpec } from '../endpoint';
import type { Issue } from '../issue';
import { dotted } from '../raw';

const name = /^[A-Za-z0-9][\w.-]*$/;
const relative = /^[A-Za-z0-9_][\w.-]*(\/[A-Za-z0-9_][\w.-]*)*$/;

/**
 * Names of adapters are words of a command line, and their directories are below the weights. An adapter whose rank is
 * wrong has its name checked all the same.
 */
export function adapterNameIssues(draft: Draft, { adapters = {} }: EndpointSpec, key: string): readonly Issue[] {
  const at = ['endpoints', key, 'adapters'];
  return draft.keysOf(at).flatMap((adapter): readonly Issue[] => {
    const path = dotted([...at, adapter]);
    const directory = Object.hasOwn(adapters, adapter) ? adapters[adapter]?.path : undefined;
    return [
      ...(name.test(adapter) && adapter !== key ? [] : [invalidName(path, adapter, key)]),
      ...(directory === undefined || relative.test(directory) ? [] : [invalidPath(`${path}.path`, directory)]),
    ];
  });
}

function invalidName(path: string, got: string, key: string): Issue {
  return {
    code: 'InvalidAdapter',
    path,
    message: got === key ? 'the model of the endpoint has this name' : 'requests cannot name it so',
    got,
    expected: 'letters, digits, dots, underscores and hyphens, and not the name of the endpoint',
    fix: 'rename the adapter',
  };
}

function invalidPath(path: string, got: string): Issue {
  return {
    code: 'InvalidAdapter',
    path,
    message: 'it is no directory below the weights',
    got,
    expected: 'a relative path such as adapters/legal',
    fix: 'copy the adapter beside the weights, and write its directory there',
  };
}
