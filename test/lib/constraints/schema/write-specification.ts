import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { specificationFiles } from './specification-files';

/*
 * Writes lib/constraints/schema/specification from the package @aws-cdk/aws-service-spec. Run after a change of its version:
 *
 *   node --require ./bin/typescript.js test/lib/constraints/schema/write-specification.ts
 */
const folder = path.join(__dirname, '../../../../lib/constraints/schema/specification');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, text] of specificationFiles()) writeFileSync(path.join(folder, `${name}.json`), text);
