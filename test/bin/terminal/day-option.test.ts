import { Command } from 'commander';
import { dayOption } from '../../../bin/terminal/day-option';

function parsed(text: string): unknown {
  const command = new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addOption(dayOption());
  return command.parse(['--on', text], { from: 'user' }).opts()['on'];
}

test('a day is taken as it is written', () => {
  expect(parsed('2028-02-29')).toBe('2028-02-29');
});

test.each(['2027-02-30', '2027-2-3', 'tomorrow', '2027-01-31T00:00:00Z', ''])('%j is no day', (text) => {
  expect(() => parsed(text)).toThrow('2027-01-31');
});
