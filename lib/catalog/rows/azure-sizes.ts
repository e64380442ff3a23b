// These rows are the source: edit them by hand, with source and date. test/lib/catalog/rows.test.ts checks them.
import type { AzureSizeRow } from '../row-types';

export const azureSizes: readonly AzureSizeRow[] = [
 {
  "size": "Standard_NC4as_T4_v3",
  "accelerator": "T4",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 4,
  "memoryGiB": 28,
  "managedOnlineEndpoint": true,
  "quota": "Standard NCASv3_T4 Family"
 },
 {
  "size": "Standard_NC8as_T4_v3",
  "accelerator": "T4",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 8,
  "memoryGiB": 56,
  "managedOnlineEndpoint": true,
  "quota": "Standard NCASv3_T4 Family"
 },
 {
  "size": "Standard_NC16as_T4_v3",
  "accelerator": "T4",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 16,
  "memoryGiB": 110,
  "managedOnlineEndpoint": true,
  "quota": "Standard NCASv3_T4 Family"
 },
 {
  "size": "Standard_NC64as_T4_v3",
  "accelerator": "T4",
  "acceleratorCount": 4,
  "acceleratorShare": 1,
  "vcpu": 64,
  "memoryGiB": 440,
  "managedOnlineEndpoint": true,
  "quota": "Standard NCASv3_T4 Family"
 },
 {
  "size": "Standard_NC6s_v3",
  "accelerator": "V100-16GB",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 6,
  "memoryGiB": 112,
  "managedOnlineEndpoint": true,
  "quota": "standardNCSv3Family",
  "notes": "RAM from general knowledge; V100 retired/retiring; do not plan new",
  "confidence": "medium"
 },
 {
  "size": "Standard_NC12s_v3",
  "accelerator": "V100-16GB",
  "acceleratorCount": 2,
  "acceleratorShare": 1,
  "vcpu": 12,
  "memoryGiB": 224,
  "managedOnlineEndpoint": true,
  "quota": "standardNCSv3Family",
  "notes": "RAM from general knowledge; V100 retired/retiring; do not plan new",
  "confidence": "medium"
 },
 {
  "size": "Standard_NC24s_v3",
  "accelerator": "V100-16GB",
  "acceleratorCount": 4,
  "acceleratorShare": 1,
  "vcpu": 24,
  "memoryGiB": 448,
  "managedOnlineEndpoint": true,
  "quota": "standardNCSv3Family",
  "notes": "RAM from general knowledge; V100 retired/retiring; do not plan new",
  "confidence": "medium"
 },
 {
  "size": "Standard_NV6ads_A10_v5",
  "accelerator": "A10",
  "acceleratorCount": 1,
  "acceleratorShare": 0.1667,
  "vcpu": 6,
  "memoryGiB": 55,
  "managedOnlineEndpoint": true,
  "quota": "StandardNVADSA10v5Family",
  "notes": "fractional A10 (vGPU licence profile): share of bandwidth/compute assumed proportional",
  "confidence": "medium"
 },
 {
  "size": "Standard_NV12ads_A10_v5",
  "accelerator": "A10",
  "acceleratorCount": 1,
  "acceleratorShare": 0.3333,
  "vcpu": 12,
  "memoryGiB": 110,
  "managedOnlineEndpoint": true,
  "quota": "StandardNVADSA10v5Family",
  "notes": "fractional A10 (vGPU licence profile): share of bandwidth/compute assumed proportional",
  "confidence": "medium"
 },
 {
  "size": "Standard_NV18ads_A10_v5",
  "accelerator": "A10",
  "acceleratorCount": 1,
  "acceleratorShare": 0.5,
  "vcpu": 18,
  "memoryGiB": 220,
  "managedOnlineEndpoint": true,
  "quota": "StandardNVADSA10v5Family",
  "notes": "fractional A10 (vGPU licence profile): share of bandwidth/compute assumed proportional",
  "confidence": "medium"
 },
 {
  "size": "Standard_NV36ads_A10_v5",
  "accelerator": "A10",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 36,
  "memoryGiB": 440,
  "managedOnlineEndpoint": true,
  "quota": "StandardNVADSA10v5Family"
 },
 {
  "size": "Standard_NV36adms_A10_v5",
  "accelerator": "A10",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 36,
  "memoryGiB": 880,
  "managedOnlineEndpoint": true,
  "quota": "StandardNVADSA10v5Family"
 },
 {
  "size": "Standard_NV72ads_A10_v5",
  "accelerator": "A10",
  "acceleratorCount": 2,
  "acceleratorShare": 1,
  "vcpu": 72,
  "memoryGiB": 880,
  "managedOnlineEndpoint": true,
  "quota": "StandardNVADSA10v5Family"
 },
 {
  "size": "Standard_NC24ads_A100_v4",
  "accelerator": "A100-80GB-PCIe",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 24,
  "memoryGiB": 220,
  "managedOnlineEndpoint": true,
  "quota": "StandardNCADSA100v4Family"
 },
 {
  "size": "Standard_NC48ads_A100_v4",
  "accelerator": "A100-80GB-PCIe",
  "acceleratorCount": 2,
  "acceleratorShare": 1,
  "vcpu": 48,
  "memoryGiB": 440,
  "managedOnlineEndpoint": true,
  "quota": "StandardNCADSA100v4Family"
 },
 {
  "size": "Standard_NC96ads_A100_v4",
  "accelerator": "A100-80GB-PCIe",
  "acceleratorCount": 4,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 880,
  "managedOnlineEndpoint": true,
  "quota": "StandardNCADSA100v4Family"
 },
 {
  "size": "Standard_NC40ads_H100_v5",
  "accelerator": "H100-94GB-NVL",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 40,
  "memoryGiB": 320,
  "managedOnlineEndpoint": true,
  "quota": "StandardNCadsH100v5Family"
 },
 {
  "size": "Standard_NC80adis_H100_v5",
  "accelerator": "H100-94GB-NVL",
  "acceleratorCount": 2,
  "acceleratorShare": 1,
  "vcpu": 80,
  "memoryGiB": 640,
  "managedOnlineEndpoint": true,
  "quota": "StandardNCadsH100v5Family"
 },
 {
  "size": "Standard_ND96asr_v4",
  "accelerator": "A100-40GB",
  "acceleratorCount": 8,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 900,
  "managedOnlineEndpoint": true,
  "quota": "Standard NDASv4_A100 Family",
  "notes": "RAM 900 GiB from general knowledge",
  "confidence": "medium"
 },
 {
  "size": "Standard_ND96amsr_A100_v4",
  "accelerator": "A100-80GB-SXM",
  "acceleratorCount": 8,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 1900,
  "managedOnlineEndpoint": true,
  "quota": "standard NDAMSv4_A100Family"
 },
 {
  "size": "Standard_ND96is_H100_v5",
  "accelerator": "H100-80GB-SXM",
  "acceleratorCount": 8,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 1900,
  "managedOnlineEndpoint": true,
  "quota": "standardNDSH100v5Family"
 },
 {
  "size": "Standard_ND96isr_H100_v5",
  "accelerator": "H100-80GB-SXM",
  "acceleratorCount": 8,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 1900,
  "managedOnlineEndpoint": true,
  "quota": "standardNDSH100v5Family"
 },
 {
  "size": "Standard_ND96isr_H200_v5",
  "accelerator": "H200-141GB-SXM",
  "acceleratorCount": 8,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 1850,
  "managedOnlineEndpoint": false,
  "quota": "standardNDISRH200V5Family"
 },
 {
  "size": "Standard_ND96isr_MI300X_v5",
  "accelerator": "MI300X",
  "acceleratorCount": 8,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 1850,
  "managedOnlineEndpoint": false,
  "quota": "standardNDISv5MI300XFamily"
 },
 {
  "size": "Standard_ND96is_MI300X_v5",
  "accelerator": "MI300X",
  "acceleratorCount": 8,
  "acceleratorShare": 1,
  "vcpu": 96,
  "memoryGiB": 1850,
  "managedOnlineEndpoint": false,
  "quota": "standardNDISv5MI300XFamily"
 },
 {
  "size": "Standard_ND128isr_NDR_GB200_v6",
  "accelerator": "GB200",
  "acceleratorCount": 4,
  "acceleratorShare": 1,
  "vcpu": 128,
  "memoryGiB": 900,
  "managedOnlineEndpoint": false,
  "quota": "standardNDISRGB200V6NDRFamily"
 },
 {
  "size": "Standard_NC128ds_xl_RTXPRO6000BSE_v6",
  "accelerator": "RTX-PRO-6000-BSE",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 128,
  "memoryGiB": 512,
  "managedOnlineEndpoint": false,
  "quota": "StandardNCdsRTXPRO6000BSEv6XLFamily",
  "notes": "preview series; size mapping from azure-compute-docs (2026)",
  "confidence": "medium"
 },
 {
  "size": "Standard_NC256ds_xl_RTXPRO6000BSE_v6",
  "accelerator": "RTX-PRO-6000-BSE",
  "acceleratorCount": 2,
  "acceleratorShare": 1,
  "vcpu": 256,
  "memoryGiB": 1024,
  "managedOnlineEndpoint": false,
  "quota": "StandardNCdsRTXPRO6000BSEv6XLFamily",
  "notes": "preview series; size mapping from azure-compute-docs (2026)",
  "confidence": "medium"
 },
 {
  "size": "Standard_NC320ds_xl_RTXPRO6000BSE_v6",
  "accelerator": "RTX-PRO-6000-BSE",
  "acceleratorCount": 2,
  "acceleratorShare": 1,
  "vcpu": 320,
  "memoryGiB": 1280,
  "managedOnlineEndpoint": false,
  "quota": "StandardNCdsRTXPRO6000BSEv6XLFamily",
  "notes": "preview series; size mapping from azure-compute-docs (2026)",
  "confidence": "medium"
 },
 {
  "size": "Standard_NC128lds_xl_RTXPRO6000BSE_v6",
  "accelerator": "RTX-PRO-6000-BSE",
  "acceleratorCount": 1,
  "acceleratorShare": 1,
  "vcpu": 128,
  "memoryGiB": 256,
  "managedOnlineEndpoint": false,
  "quota": "StandardNCdsRTXPRO6000BSEv6XLFamily",
  "notes": "preview series; size mapping from azure-compute-docs (2026)",
  "confidence": "medium"
 }
];
