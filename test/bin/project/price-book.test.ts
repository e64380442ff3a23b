import { priceBook } from '../../../bin/project/price-book';
import { catalog } from '../../../lib/catalog';

test('every offer with a price is found, and its status says whether it is an estimate', () => {
  const book = priceBook();
  expect.hasAssertions();
  for (const { service, instanceType, region, usdPerHour, priceStatus } of catalog.instances) {
    const price = book.hour(service, instanceType, region);
    expect(price?.usdPerHour).toBe(usdPerHour);
    if (price !== undefined) expect(price.estimated).toBe(priceStatus !== 'published' && priceStatus !== 'negotiated');
  }
});

test('a type without an accelerator, and a region without an offer, have no price', () => {
  const book = priceBook();
  expect(book.isAccelerated('ml.g6e.12xlarge')).toBe(true);
  expect(book.isAccelerated('t3.micro')).toBe(false);
  expect(book.hour('sagemaker', 'ml.g6e.12xlarge', 'xx-nowhere-1')).toBeUndefined();
  expect(book.hour('ec2', 'ml.g6e.12xlarge', 'us-east-1')).toBeUndefined();
});
