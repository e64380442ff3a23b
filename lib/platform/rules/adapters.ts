import type { EndpointSpec } from '../endpoint';
import type { Issue } from '../issue';

const name = /^[A-Za-z0-9][\w.-]*$/;
const relative = /^[A-Za-z0-9_][\w.-]*(\/[A-Za-z0-9_][\w.-]*)*$/;

/** Names of adapters are words of a command line, and their directories are below the weights. */
export function adapterNameIssues(path: string, { adapters = {} }: EndpointSpec, key: string): readonly Issue[] {
  return Object.entries(adapters).flatMap(([adapter, spec]): readonly Issue[] => {
    const at = `${path}.adapters.${adapter}`;
    return [
      ...(name.test(adapter) && adapter !== key ? [] : [invalidName(at, adapter, key)]),
      ...(spec.path === undefined || relative.test(spec.path) ? [] : [invalidPath(`${at}.path`, spec.path)]),
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
