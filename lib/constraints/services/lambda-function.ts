import type { Breach, Constraint, DeclaredResource } from '../constraint';
import { scalarText } from '../json';
import { at, listAt, objectAt, textAt } from '../value';

/**
 * Environment variables that Lambda sets and that a function cannot.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime, 2026-11-30.
 */
const reserved = new Set(
  `_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME
AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME
AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR`.split(/\s+/),
);
const nameForm = /^[a-zA-Z][a-zA-Z0-9_]+$/;
/** Bytes of all names and values together. Source: Lambda quotas. */
const environmentLimit = 4096;
/** Source: Lambda quotas. */
const layerLimit = 5;

function environment({ properties }: DeclaredResource): readonly Breach[] {
  const variables = objectAt(properties, 'Environment', 'Variables');
  if (variables === undefined) return [];
  const found: Breach[] = [];
  for (const name of Object.keys(variables)) {
    const pointer = `#/Environment/Variables/${name}`;
    if (reserved.has(name)) {
      found.push({
        pointer,
        problem: `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${name}`,
        fix: `Remove ${name}: Lambda sets it.`,
      });
    } else if (!nameForm.test(name)) {
      found.push({
        pointer,
        problem: `Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+. The name is '${name}'`,
        fix: 'Write a name of letters, digits and underscores that starts with a letter.',
      });
    }
  }
  const known = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, scalarText(value) ?? '']));
  const bytes = new TextEncoder().encode(JSON.stringify(known)).length;
  if (bytes > environmentLimit) {
    found.push({
      pointer: '#/Environment/Variables',
      problem: `Lambda was unable to configure your environment variables because they exceed the ${environmentLimit / 1024} KB limit: ${bytes} bytes`,
      fix: 'Put large values into a parameter or a file of the code.',
    });
  }
  return found;
}

/** Code from an archive needs a handler and a runtime, and an image must not have them. */
function code({ properties }: DeclaredResource): readonly Breach[] {
  const packageType =
    at(properties, 'PackageType') ?? (at(properties, 'Code', 'ImageUri') === undefined ? 'Zip' : 'Image');
  const needed = ['Handler', 'Runtime'].filter((name) => !Object.hasOwn(properties, name));
  if (packageType === 'Zip' && at(properties, 'Code') !== undefined) {
    return needed.map((name) => ({
      pointer: '#',
      problem: `${name} is mandatory for functions created with deployment package type Zip. The function has none`,
      fix: `Add ${name}.`,
    }));
  }
  if (packageType !== 'Image') return [];
  return ['Handler', 'Runtime']
    .filter((name) => Object.hasOwn(properties, name))
    .map((name) => ({
      pointer: `#/${name}`,
      problem: `Please don't provide ${name} for functions created with deployment package type Image`,
      fix: `Remove ${name}.`,
    }));
}

function layers({ properties }: DeclaredResource): readonly Breach[] {
  const count = listAt(properties, 'Layers').length;
  const image = textAt(properties, 'PackageType') === 'Image';
  if (count > 0 && image) {
    return [
      {
        pointer: '#/Layers',
        problem: "Please don't provide layers for functions created with deployment package type Image",
        fix: 'Put the layers into the image.',
      },
    ];
  }
  return count > layerLimit
    ? [
        {
          pointer: '#/Layers',
          problem: `Layers has ${count} elements, expected at most ${layerLimit}`,
          fix: 'Join layers.',
        },
      ]
    : [];
}

/** A Lambda function: handler and runtime, environment variables, layers. */
export const lambdaFunction: Constraint = {
  id: 'lambda-function',
  types: ['AWS::Lambda::Function'],
  source: { url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html', asOf: '2026-11-30' },
  check: (resource) => [...code(resource), ...environment(resource), ...layers(resource)],
};
