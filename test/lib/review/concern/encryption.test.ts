import { encryption } from '../../../../lib/review/concern/encryption';
import { said } from '../../../helpers/concerns';

test.each<[string, string, Parameters<typeof said>[2], number]>([
  ['a key that is gone', 'AWS::Logs::LogGroup', [{ KmsKeyId: 'key' }, {}], 1],
  ['a key by reference that is gone', 'AWS::Logs::LogGroup', [{ KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }, {}], 1],
  ['another key', 'AWS::Logs::LogGroup', [{ KmsKeyId: 'key' }, { KmsKeyId: 'other' }], 0],
  [
    'storage that is no longer encrypted',
    'AWS::RDS::DBInstance',
    [{ StorageEncrypted: true }, { StorageEncrypted: false }],
    1,
  ],
  [
    'an older version of TLS',
    'azure-native:storage:StorageAccount',
    [{ minimumTlsVersion: 'TLS1_2' }, { minimumTlsVersion: 'TLS1_0' }],
    1,
  ],
  [
    'a newer version of TLS',
    'azure-native:storage:StorageAccount',
    [{ minimumTlsVersion: 'TLS1_0' }, { minimumTlsVersion: 'TLS1_2' }],
    0,
  ],
  ['a key that is new', 'AWS::Logs::LogGroup', [{}, { KmsKeyId: 'key' }], 0],
])('%s', (_title, type, sides, count) => {
  expect(new Set(said(encryption, type, sides).map((text) => text.split(' ')[1]))).toEqual(
    new Set(count === 0 ? [] : ['EncryptionLost']),
  );
});
