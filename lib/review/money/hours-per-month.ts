/** Hours of a month, as AWS and Azure count them. Source: AWS Pricing Calculator and Azure pricing, read 2026-11-30. */
export const hoursPerMonth = 730;
