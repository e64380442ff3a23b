#!/usr/bin/env node
// A clone runs its TypeScript directly: tsx compiles each file on first use and caches the result.
require('tsx/cjs');
require('./llmops.ts');
