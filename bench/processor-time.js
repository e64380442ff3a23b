// Preloaded into a contender: tells how long it kept a processor, which a neighbour on the machine changes less than time.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String((user + system) / 1e6));
});
