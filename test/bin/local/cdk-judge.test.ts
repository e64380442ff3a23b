import { EventEmitter } from 'node:events';
import type { JudgeAnswer, JudgeProcess, JudgeQuestion } from '../../../bin/local/cdk-judge';
import { CdkJudge } from '../../../bin/local/cdk-judge';
import type { Finding } from '../../../lib/review';

/** A process of the validator that answers when the test says so. It proves nothing about the validator. */
class FakeProcess extends EventEmitter {
  readonly asked: JudgeQuestion[] = [];
  killed = false;

  send(question: JudgeQuestion): boolean {
    this.asked.push(question);
    return true;
  }

  kill(): boolean {
    this.killed = true;
    this.emit('exit', null, 'SIGTERM');
    return true;
  }

  answer(answer: JudgeAnswer): void {
    this.emit('message', answer);
  }
}

const finding: Finding = {
  rule: 'CdkValidation',
  severity: 'warning',
  environment: 'local',
  cloud: 'aws',
  address: 'demo/Bucket',
  type: 'AWS::S3::Bucket',
  path: 'AccessControl',
  message: 'is deprecated',
  fix: 'Use a bucket policy.',
};
const place = (stack: string, region = 'eu-central-1') => ({ account: '111111111111', region, stack });
const template = (name: string) => ({ Description: name });

function setting() {
  const processes: FakeProcess[] = [];
  const told: string[] = [];
  const judge = new CdkJudge(
    {
      found: ({ stack }, findings) => told.push(`${stack}: ${findings.length}`),
      failed: (issues) => told.push(issues.map(({ code, message }) => `${code} ${message}`).join()),
    },
    () => {
      const process = new FakeProcess();
      processes.push(process);
      return process as unknown as JudgeProcess;
    },
  );
  return { judge, told, processes, at: (index: number) => processes[index] ?? new FakeProcess() };
}

test('one process judges one template at a time, only the newest of a stack, and ends when there is nothing to judge', () => {
  const { judge, told, processes, at } = setting();
  judge.ask(place('a'), template('1'));
  judge.ask(place('b'), template('old'));
  judge.ask(place('b'), template('new'));
  expect(processes).toHaveLength(1);
  expect(at(0).asked.map((asked) => asked.template)).toEqual([template('1')]);
  at(0).answer({ findings: [finding] });
  expect(at(0).asked.map((asked) => asked.template)).toEqual([template('1'), template('new')]);
  expect(at(0).killed).toBe(false);
  at(0).answer({ findings: [] });
  expect(told).toEqual(['a: 1', 'b: 0']);
  expect(at(0).killed).toBe(true);
  judge.ask(place('c'), template('3'));
  expect(processes).toHaveLength(2);
});

test('an answer is kept by content and region', () => {
  const { judge, told, processes, at } = setting();
  judge.ask(place('a'), template('same'));
  at(0).answer({ findings: [finding] });
  judge.ask(place('b'), template('same'));
  expect(processes).toHaveLength(1);
  judge.ask(place('c', 'eu-west-1'), template('same'));
  expect(processes).toHaveLength(2);
  expect(told).toEqual(['a: 1', 'b: 1']);
});

test.each<[string, (process: FakeProcess) => void, string]>([
  [
    'says that it cannot judge',
    (process) => {
      process.answer({ issues: [{ code: 'CdkValidatorMissing', path: '', message: 'no validator', expected: '' }] });
    },
    'CdkValidatorMissing no validator',
  ],
  ['ends', (process) => process.emit('exit', 3, null), 'CdkValidatorFailed the process of the validator ended with 3'],
  [
    'cannot be started',
    (process) => process.emit('error', new Error('spawn ENOENT')),
    'CdkValidatorFailed the process of the validator spawn ENOENT',
  ],
])('a process that %s is told of once, and nothing more is asked', (_name, happen, expected) => {
  const { judge, told, processes, at } = setting();
  judge.ask(place('a'), template('1'));
  judge.ask(place('b'), template('2'));
  happen(at(0));
  at(0).emit('exit', 1, null);
  judge.ask(place('c'), template('3'));
  expect(told).toEqual([expected]);
  expect(processes).toHaveLength(1);
});

test('closing ends the process, without a word', () => {
  const { judge, told, at } = setting();
  judge.ask(place('a'), template('1'));
  judge.close();
  expect(at(0).killed).toBe(true);
  expect(told).toEqual([]);
});
