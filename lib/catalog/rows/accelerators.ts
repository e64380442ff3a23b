// These rows are the source: edit them by hand, with source and date. test/lib/catalog/rows.test.ts checks them.
import type { Accelerator } from '../types';

export const accelerators: readonly Accelerator[] = [
 {
  "id": "V100-16GB",
  "vendor": "nvidia",
  "architecture": "volta",
  "usableMiB": 16384,
  "memoryBandwidthGBs": 900,
  "denseTflops": {
   "fp16": 125
  },
  "tdpWatts": 300,
  "link": {
   "kind": "NVLink2",
   "unidirectionalGBs": 150
  },
  "computeCapability": "7.0",
  "source": "cli99/llm-analysis gpu configs",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "FP16 125 TFLOPS; no BF16; vLLM V1 engine dropped <7.5 in recent images - treat as unsupported"
 },
 {
  "id": "V100-32GB",
  "vendor": "nvidia",
  "architecture": "volta",
  "usableMiB": 32768,
  "memoryBandwidthGBs": 900,
  "denseTflops": {
   "fp16": 125
  },
  "tdpWatts": 300,
  "link": {
   "kind": "NVLink2",
   "unidirectionalGBs": 150
  },
  "computeCapability": "7.0",
  "source": "cli99/llm-analysis gpu configs",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "as above"
 },
 {
  "id": "T4",
  "vendor": "nvidia",
  "architecture": "turing",
  "usableMiB": 16384,
  "memoryBandwidthGBs": 320,
  "denseTflops": {
   "fp16": 65,
   "int8": 130
  },
  "tdpWatts": 70,
  "link": {
   "kind": "PCIe3 x16",
   "unidirectionalGBs": 16
  },
  "computeCapability": "7.5",
  "source": "NVIDIA T4 datasheet values (widely reproduced); usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "FP16 65 TFLOPS, no BF16 -> use --dtype half"
 },
 {
  "id": "A10G",
  "vendor": "nvidia",
  "architecture": "ampere",
  "usableMiB": 22888,
  "memoryBandwidthGBs": 600,
  "denseTflops": {
   "fp16": 70,
   "bf16": 70,
   "int8": 140
  },
  "tdpWatts": 300,
  "link": {
   "kind": "PCIe4 x16",
   "unidirectionalGBs": 32
  },
  "computeCapability": "8.6",
  "source": "cli99/llm-analysis gpu configs; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "AWS variant: 70 TFLOPS FP16 dense (not 125). TDP 300W commonly listed; CCF coefficient max 153 W. FP8 only weight-only (Marlin)"
 },
 {
  "id": "A10",
  "vendor": "nvidia",
  "architecture": "ampere",
  "usableMiB": 22888,
  "memoryBandwidthGBs": 600,
  "denseTflops": {
   "fp16": 125,
   "bf16": 125,
   "int8": 250
  },
  "tdpWatts": 150,
  "link": {
   "kind": "PCIe4 x16",
   "unidirectionalGBs": 32
  },
  "computeCapability": "8.6",
  "source": "cli99/llm-analysis gpu configs; MicrosoftDocs/azure-compute-docs (VM series page)",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "usable MiB assumed = A10G; Azure NVadsA10_v5; fractions 1/6,1/3,1/2 share compute"
 },
 {
  "id": "L4",
  "vendor": "nvidia",
  "architecture": "ada",
  "usableMiB": 22888,
  "memoryBandwidthGBs": 300,
  "denseTflops": {
   "fp16": 121,
   "bf16": 121,
   "fp8": 242,
   "int8": 242
  },
  "tdpWatts": 72,
  "link": {
   "kind": "PCIe4 x16",
   "unidirectionalGBs": 32
  },
  "computeCapability": "8.9",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01",
  "notes": "bandwidth-starved: 8B BF16 ~ 15 tok/s single stream"
 },
 {
  "id": "L40S",
  "vendor": "nvidia",
  "architecture": "ada",
  "usableMiB": 45776,
  "memoryBandwidthGBs": 864,
  "denseTflops": {
   "fp16": 362,
   "bf16": 362,
   "fp8": 733,
   "int8": 733
  },
  "tdpWatts": 350,
  "link": {
   "kind": "PCIe4 x16",
   "unidirectionalGBs": 32
  },
  "computeCapability": "8.9",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01"
 },
 {
  "id": "A100-40GB",
  "vendor": "nvidia",
  "architecture": "ampere",
  "usableMiB": 40960,
  "memoryBandwidthGBs": 1555,
  "denseTflops": {
   "fp16": 312,
   "bf16": 312,
   "int8": 624
  },
  "tdpWatts": 400,
  "link": {
   "kind": "NVLink3",
   "unidirectionalGBs": 300
  },
  "computeCapability": "8.0",
  "source": "cli99/llm-analysis gpu configs; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01"
 },
 {
  "id": "A100-80GB-SXM",
  "vendor": "nvidia",
  "architecture": "ampere",
  "usableMiB": 81920,
  "memoryBandwidthGBs": 2039,
  "denseTflops": {
   "fp16": 312,
   "bf16": 312,
   "int8": 624
  },
  "tdpWatts": 400,
  "link": {
   "kind": "NVLink3",
   "unidirectionalGBs": 300
  },
  "computeCapability": "8.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01"
 },
 {
  "id": "A100-80GB-PCIe",
  "vendor": "nvidia",
  "architecture": "ampere",
  "usableMiB": 81920,
  "memoryBandwidthGBs": 1935,
  "denseTflops": {
   "fp16": 312,
   "bf16": 312,
   "int8": 624
  },
  "tdpWatts": 300,
  "link": {
   "kind": "PCIe4 x16 (+NVLink bridge pairs)",
   "unidirectionalGBs": 32
  },
  "computeCapability": "8.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; MicrosoftDocs/azure-compute-docs (VM series page)",
  "asOf": "2026-11-01",
  "notes": "Azure NC*ads_A100_v4"
 },
 {
  "id": "H100-80GB-SXM",
  "vendor": "nvidia",
  "architecture": "hopper",
  "usableMiB": 81920,
  "memoryBandwidthGBs": 3350,
  "denseTflops": {
   "fp16": 989,
   "bf16": 989,
   "fp8": 1978,
   "int8": 1978
  },
  "tdpWatts": 700,
  "link": {
   "kind": "NVLink4",
   "unidirectionalGBs": 450
  },
  "computeCapability": "9.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01"
 },
 {
  "id": "H100-80GB-PCIe",
  "vendor": "nvidia",
  "architecture": "hopper",
  "usableMiB": 81920,
  "memoryBandwidthGBs": 2000,
  "denseTflops": {
   "fp16": 756.5,
   "bf16": 756.5,
   "fp8": 1513,
   "int8": 1513
  },
  "tdpWatts": 350,
  "link": {
   "kind": "PCIe5 x16",
   "unidirectionalGBs": 64
  },
  "computeCapability": "9.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml",
  "asOf": "2026-11-01",
  "notes": "not offered by AWS/Azure catalogue, for benchmarks only"
 },
 {
  "id": "H100-94GB-NVL",
  "vendor": "nvidia",
  "architecture": "hopper",
  "usableMiB": 95830,
  "memoryBandwidthGBs": 3900,
  "denseTflops": {
   "fp16": 835,
   "bf16": 835,
   "fp8": 1671,
   "int8": 1671
  },
  "tdpWatts": 400,
  "link": {
   "kind": "PCIe5 (NVLink bridge 300 on pairs)",
   "unidirectionalGBs": 64
  },
  "computeCapability": "9.0",
  "source": "NVIDIA H100 NVL datasheet values via secondary pages (grokipedia.com/page/210100120: 94GB, 3.93 TB/s, 350-400W); MicrosoftDocs/azure-compute-docs (VM series page)",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "usable MiB 95830 unverified; Azure NC40/NC80 H100 v5; reported max BW 3.9-3.93 TB/s; BF16 835 from datasheet (sparse 1671/2) - secondary source"
 },
 {
  "id": "H200-141GB-SXM",
  "vendor": "nvidia",
  "architecture": "hopper",
  "usableMiB": 144384,
  "memoryBandwidthGBs": 4800,
  "denseTflops": {
   "fp16": 989,
   "bf16": 989,
   "fp8": 1978,
   "int8": 1978
  },
  "tdpWatts": 700,
  "link": {
   "kind": "NVLink4",
   "unidirectionalGBs": 450
  },
  "computeCapability": "9.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01"
 },
 {
  "id": "RTX-PRO-4500-BSE",
  "vendor": "nvidia",
  "architecture": "blackwell",
  "usableMiB": 32768,
  "memoryBandwidthGBs": 800,
  "denseTflops": {},
  "tdpWatts": 165,
  "link": {
   "kind": "PCIe5 x16",
   "unidirectionalGBs": 64
  },
  "computeCapability": "12.0",
  "source": "exxactcorp.com/blog/benchmark/nvidia-rtx-pro-4500-blackwell-llm-inference-benchmark (2026-05-20): 800 GB/s, 165 W; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "AWS g7; server edition 800 GB/s, workstation card is 896 GB/s; tensor TFLOPS for the server edition not given in the sources used"
 },
 {
  "id": "RTX-PRO-6000-BSE",
  "vendor": "nvidia",
  "architecture": "blackwell",
  "usableMiB": 98304,
  "memoryBandwidthGBs": 1597,
  "denseTflops": {
   "fp16": 467.8,
   "bf16": 467.8,
   "fp8": 935.6,
   "fp4": 1871,
   "int8": 935.6
  },
  "tdpWatts": 600,
  "link": {
   "kind": "PCIe5 x16",
   "unidirectionalGBs": 64
  },
  "computeCapability": "12.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml lists 1792 GB/s x0.8 empirical; 1597 GB/s = NVIDIA server-edition figure, not checked against the datasheet",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "AWS g7e, Azure NC*_xl_RTXPRO6000BSE_v6; use 1597: measured Qwen3-32B BF16 20.6 tok/s single stream = 1350 GB/s effective (84% of 1597, 75% of 1792)"
 },
 {
  "id": "B200",
  "vendor": "nvidia",
  "architecture": "blackwell",
  "usableMiB": 183359,
  "memoryBandwidthGBs": 7700,
  "denseTflops": {
   "fp16": 2250,
   "bf16": 2250,
   "fp8": 4500,
   "fp4": 9000,
   "int8": 4500
  },
  "tdpWatts": 1000,
  "link": {
   "kind": "NVLink5",
   "unidirectionalGBs": 900
  },
  "computeCapability": "10.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01"
 },
 {
  "id": "B300",
  "vendor": "nvidia",
  "architecture": "blackwell-ultra",
  "usableMiB": 275040,
  "memoryBandwidthGBs": 7750,
  "denseTflops": {
   "fp16": 2250,
   "bf16": 2250,
   "fp8": 4500,
   "fp4": 14000
  },
  "tdpWatts": 1100,
  "link": {
   "kind": "NVLink5",
   "unidirectionalGBs": 900
  },
  "computeCapability": "10.3",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml; usable MiB: aws/karpenter-provider-aws@1d927085d instance-types.md (ec2 DescribeInstanceTypes)",
  "asOf": "2026-11-01"
 },
 {
  "id": "GB200",
  "vendor": "nvidia",
  "architecture": "blackwell",
  "usableMiB": 189471,
  "memoryBandwidthGBs": 8000,
  "denseTflops": {
   "fp16": 2500,
   "bf16": 2500,
   "fp8": 5000,
   "fp4": 10000,
   "int8": 5000
  },
  "tdpWatts": 1200,
  "link": {
   "kind": "NVLink5 (72-GPU domain)",
   "unidirectionalGBs": 900
  },
  "computeCapability": "10.0",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml",
  "asOf": "2026-11-01",
  "notes": "Azure doc says 192 GB"
 },
 {
  "id": "GB300",
  "vendor": "nvidia",
  "architecture": "blackwell-ultra",
  "usableMiB": 284208,
  "memoryBandwidthGBs": 8000,
  "denseTflops": {
   "fp16": 2500,
   "bf16": 2500,
   "fp8": 5000,
   "fp4": 15000
  },
  "tdpWatts": 1400,
  "link": {
   "kind": "NVLink5 (72-GPU domain)",
   "unidirectionalGBs": 900
  },
  "computeCapability": "10.3",
  "source": "ai-dynamo/aiconfigurator@095f58a systems/*.yaml",
  "asOf": "2026-11-01"
 },
 {
  "id": "MI300X",
  "vendor": "amd",
  "architecture": "cdna3",
  "usableMiB": 196608,
  "memoryBandwidthGBs": 5300,
  "denseTflops": {
   "fp16": 1307,
   "bf16": 1307,
   "fp8": 2615,
   "int8": 2615
  },
  "tdpWatts": 750,
  "link": {
   "kind": "Infinity Fabric",
   "unidirectionalGBs": 448
  },
  "computeCapability": "gfx942",
  "source": "AMD MI300X datasheet values (secondary); MicrosoftDocs/azure-compute-docs (VM series page)",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "ROCm vLLM image; measured MFU/MBU lower than spec: dstack benchmarks"
 },
 {
  "id": "Inferentia2",
  "vendor": "aws",
  "architecture": "neuroncore-v2",
  "usableMiB": 32768,
  "memoryBandwidthGBs": 880,
  "denseTflops": {
   "fp16": 190,
   "bf16": 190,
   "int8": 380
  },
  "link": {
   "kind": "NeuronLink-v2",
   "unidirectionalGBs": 206
  },
  "computeCapability": "neuron",
  "source": "aws-neuron/aws-neuron-sdk@81ce03ae architecture pages",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "820 GiB/s = 880 GB/s; TDP not published; vLLM-neuronx image; shapes compiled ahead"
 },
 {
  "id": "Trainium1",
  "vendor": "aws",
  "architecture": "neuroncore-v2",
  "usableMiB": 32768,
  "memoryBandwidthGBs": 880,
  "denseTflops": {
   "fp16": 190,
   "bf16": 190,
   "int8": 380
  },
  "link": {
   "kind": "NeuronLink-v2",
   "unidirectionalGBs": 412
  },
  "computeCapability": "neuron",
  "source": "aws-neuron/aws-neuron-sdk@81ce03ae architecture pages",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "TDP not published"
 },
 {
  "id": "Trainium2",
  "vendor": "aws",
  "architecture": "neuroncore-v3",
  "usableMiB": 98304,
  "memoryBandwidthGBs": 2900,
  "denseTflops": {
   "fp16": 667,
   "bf16": 667,
   "fp8": 1299
  },
  "link": {
   "kind": "NeuronLink-v3",
   "unidirectionalGBs": 1024
  },
  "computeCapability": "neuron",
  "source": "aws-neuron/aws-neuron-sdk@81ce03ae architecture pages",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "TDP not published"
 },
 {
  "id": "Trainium3",
  "vendor": "aws",
  "architecture": "neuroncore-v4",
  "usableMiB": 147456,
  "memoryBandwidthGBs": 4900,
  "denseTflops": {
   "fp16": 671,
   "bf16": 671,
   "fp8": 2517,
   "fp4": 2517
  },
  "link": {
   "kind": "NeuronLink-v4"
  },
  "computeCapability": "neuron",
  "source": "aws-neuron/aws-neuron-sdk@81ce03ae architecture pages",
  "asOf": "2026-11-01",
  "confidence": "medium",
  "notes": "MXFP8/MXFP4 2517; not in the instance catalogue"
 }
];
