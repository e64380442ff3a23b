import type { Breach, Constraint } from '../constraint';
import { at, listAt, numberAt, textAt } from '../value';

/**
 * Memory in MiB by CPU units: the least, the most, and the step.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html, 2026-11-30.
 */
const sizes: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, range(1024, 4096, 1024)],
  [1024, range(2048, 8192, 1024)],
  [2048, range(4096, 16_384, 1024)],
  [4096, range(8192, 30_720, 1024)],
  [8192, range(16_384, 61_440, 4096)],
  [16_384, range(32_768, 122_880, 8192)],
]);

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_unused, index) => from + index * step);
}

/** A task definition for Fargate has a size that Fargate has, and the network mode awsvpc. */
export const taskDefinition: Constraint = {
  id: 'task-definition',
  types: ['AWS::ECS::TaskDefinition'],
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const found: Breach[] = [];
    const names = listAt(properties, 'ContainerDefinitions').map((container) => textAt(container, 'Name'));
    for (const [index, name] of names.entries()) {
      if (name === undefined || names.indexOf(name) === index) continue;
      found.push({
        pointer: `#/ContainerDefinitions/${index}/Name`,
        problem: `The name ${name} is the name of an earlier container too, and names are unique in a task`,
        fix: 'Write another name.',
      });
    }
    if (!listAt(properties, 'RequiresCompatibilities').includes('FARGATE')) return found;
    const mode = at(properties, 'NetworkMode');
    if (
      mode === undefined ? !Object.hasOwn(properties, 'NetworkMode') : typeof mode === 'string' && mode !== 'awsvpc'
    ) {
      found.push({
        pointer: '#/NetworkMode',
        problem: `Fargate only supports network mode 'awsvpc'. The mode is ${typeof mode === 'string' ? mode : 'bridge, the default'}`,
        fix: 'Write awsvpc.',
      });
    }
    const [cpu, memory] = [numberAt(properties, 'Cpu'), numberAt(properties, 'Memory')];
    const allowed = cpu === undefined ? undefined : sizes.get(cpu);
    if (allowed !== undefined && memory !== undefined && !allowed.includes(memory)) {
      found.push({
        pointer: '#/Memory',
        problem: `No Fargate configuration exists for given values: ${cpu ?? ''} CPU, ${memory} memory. Expected memory of ${allowed.join(', ')}`,
        fix: `Write ${allowed.find((one) => one >= memory) ?? allowed.at(-1) ?? ''}.`,
      });
    }
    return found;
  },
};
