// These rows are the source: edit them by hand, with source and date. test/lib/catalog/rows.test.ts checks them.
import type { AwsRegionRatio } from '../row-types';

export const awsRegionRatios: readonly AwsRegionRatio[] = [
 {
  "region": "us-east-1",
  "ratio": 1,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "us-east-2",
  "ratio": 1,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "us-west-2",
  "ratio": 1,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "ca-central-1",
  "ratio": 1.1103,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "eu-north-1",
  "ratio": 1.0606,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "eu-central-1",
  "ratio": 1.2505,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "eu-west-2",
  "ratio": 1.2694,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "eu-west-3",
  "ratio": 1.2694,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "ap-south-1",
  "ratio": 1.2008,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "ap-northeast-2",
  "ratio": 1.2296,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "ap-southeast-2",
  "ratio": 1.3002,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "ap-northeast-1",
  "ratio": 1.4503,
  "source": "skypilot-org/skypilot-catalog catalogs/v7 aws/vms.csv @001367d (undated snapshot; us-east-1 g6/g6e equal to 2026-07-20 values, P family is pre-June-2025)",
  "asOf": "2026-07-20",
  "confidence": "medium"
 },
 {
  "region": "eu-west-1",
  "ratio": 1.1163,
  "source": "skypilot-org/skypilot-catalog catalogs/v8 aws/vms.csv @00148f2 (undated snapshot; us-east-1 g5.12xlarge equal to the price of 2026-07-20); measured on g5.12xlarge",
  "asOf": "2026-07-20",
  "confidence": "low"
 },
 {
  "region": "ap-southeast-1",
  "ratio": 1.3992,
  "source": "skypilot-org/skypilot-catalog catalogs/v8 aws/vms.csv @00148f2 (undated snapshot; us-east-1 g4dn.xlarge equal to the price of 2026-07-20); measured on g4dn.xlarge",
  "asOf": "2026-07-20",
  "confidence": "low"
 },
 {
  "region": "us-west-1",
  "ratio": 1.1996,
  "source": "skypilot-org/skypilot-catalog catalogs/v8 aws/vms.csv @00148f2 (undated snapshot; us-east-1 g4dn.xlarge equal to the price of 2026-07-20); measured on g4dn.xlarge",
  "asOf": "2026-07-20",
  "confidence": "low"
 },
 {
  "region": "eu-south-1",
  "ratio": 1.1711,
  "source": "skypilot-org/skypilot-catalog catalogs/v8 aws/vms.csv @00148f2 (undated snapshot; us-east-1 g4dn.xlarge equal to the price of 2026-07-20); measured on g4dn.xlarge",
  "asOf": "2026-07-20",
  "confidence": "low"
 },
];
