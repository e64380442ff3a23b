import { Operations } from '../../../../../lib/local/aws/cloudformation/operations';
import { Stack } from '../../../../../lib/local/aws/cloudformation/stack';
import type { Work } from '../../../../../lib/local/aws/cloudformation/work';

const stack = new Stack({
  id: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/S/1',
  name: 'S',
  account: '111122223333',
  region: 'eu-west-1',
  createdAt: new Date(0),
});

function operations(): Operations {
  return new Operations({
    changed: () => undefined,
    failed: (_stack, error) => {
      throw error;
    },
  });
}

/** Work that notes how many steps it took. */
function* counted(steps: number, taken: number[]): Work {
  for (let step = 1; step <= steps; step += 1) {
    taken.push(step);
    yield;
  }
}

const turn = (): Promise<void> => new Promise((later) => setImmediate(later));

test('what takes a few steps is over before the next turn, but begins when its caller has returned', async () => {
  const running = operations();
  const taken: number[] = [];
  running.start(stack, counted(3, taken));
  expect(taken).toEqual([]);
  await running.idle();
  expect(taken).toEqual([1, 2, 3]);
});

test('longer work gives way after some steps, and stops there', async () => {
  const running = operations();
  const taken: number[] = [];
  running.start(stack, counted(500, taken));
  await turn();
  const first = taken.length;
  await turn();
  expect([first > 1, first < 50, taken.length > first, taken.length < 100]).toEqual([true, true, true, true]);
  await running.stop();
  expect(taken.length).toBeLessThan(100);
});

test('a step that waits is waited for before the next one', async () => {
  const running = operations();
  const taken: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  function* waiting(): Work {
    taken.push('before');
    yield gate;
    taken.push('after');
  }
  running.start(stack, waiting());
  for (let turns = 0; turns < 5; turns += 1) await turn();
  expect(taken).toEqual(['before']);
  release();
  await running.idle();
  expect(taken).toEqual(['before', 'after']);
});
