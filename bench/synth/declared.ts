import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import type { SettledPlan } from '../../lib/plan';
import { PlatformStage } from '../../stacks/aws';

/*
 * The platform without deciding anything: settled plans from a file (first argument) become stages in the folder of the
 * second. What this takes less than the app is the price of config, catalogue and plan.
 */
const [file = '', outdir = ''] = process.argv.slice(2);
const plans = JSON.parse(readFileSync(file, 'utf8')) as readonly SettledPlan[];
const app = new App({ outdir });
for (const plan of plans) new PlatformStage(app, plan.environment, { plan });
app.synth();
