import { QueryParameters } from '../../../../../lib/local/aws/wire/query-parameters';

/** A form as another reader of forms understands it. */
const expected = (form: string): object => Object.fromEntries(new URLSearchParams(form));
const read = (form: string): object => {
  const parameters = new QueryParameters(form);
  return Object.fromEntries(Object.keys(expected(form)).map((name) => [name, parameters.get(name)]));
};

test.each([
  '',
  'Action=DescribeStacks&StackName=S',
  'a=1&a=2',
  'a&b=&=c&&d==e',
  'a+b=c+d',
  'a%20b=%7B%22Ref%22%3A%22x%22%7D&t=%C3%A4%F0%9F%98%80',
  'cut=%&more=%4&wrong=%zz&plus=1+1',
  'bytes=%ff%fe&ok=%41',
  '%EF%BB%BFbom=%EF%BB%BF1',
])('a form is read as the standard says: %s', (form) => {
  expect(read(form)).toEqual(expected(form));
});
