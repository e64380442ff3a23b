/*
 * Started by speed.ts, once per form of the planner: plans a platform several times and prints the processor time and the
 * time by the clock of each. The platform is read anew every time, so that nothing is left from the time before.
 */
const { readFileSync } = require('node:fs');
const { resolve: resolvePath } = require('node:path');
const { performance } = require('node:perf_hooks');

const [lib, file, rounds] = process.argv.slice(2);
const { catalog } = require(resolvePath(lib, 'catalog'));
const { planAll } = require(resolvePath(lib, 'plan'));
const { resolve } = require(resolvePath(lib, 'platform'));

const taken = Array.from({ length: Number(rounds) }, () => {
  const platform = resolve(JSON.parse(readFileSync(file, 'utf8')));
  if (!platform.ok) throw new Error(JSON.stringify(platform.issues));
  const copied = { ...catalog, instances: [...catalog.instances] };
  const [started, used] = [performance.now(), process.cpuUsage()];
  const planned = planAll(platform.value, copied);
  const { user, system } = process.cpuUsage(used);
  const wall = (performance.now() - started) / 1000;
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues.slice(0, 3)));
  return { wall, cpu: (user + system) / 1e6 };
});
process.stdout.write(JSON.stringify(taken));
