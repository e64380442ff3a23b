import { namedLanguageModel } from '../../../bin/local/language-model';

it('takes the stand-in where the environment names no server', () => {
  expect(namedLanguageModel({ LLMOPS_LOCAL_MODEL_URL: '' })).toEqual({ issues: [] });
});

it('names the address that receives the texts, and never the key', () => {
  const { model, notice, issues } = namedLanguageModel({
    LLMOPS_LOCAL_MODEL_URL: 'http://127.0.0.1:8080/v1/',
    LLMOPS_LOCAL_MODEL_KEY: 'a-key',
  });
  expect(issues).toEqual([]);
  expect(model).toBeDefined();
  expect(notice).toContain('http://127.0.0.1:8080/v1 ');
  expect(notice).not.toContain('a-key');
});

it.each(['localhost:8080', 'ftp://127.0.0.1/v1', 'http://me:secret@127.0.0.1/v1', 'http://127.0.0.1/v1?key=secret'])(
  'refuses %s without its password',
  (url) => {
    const { model, issues } = namedLanguageModel({ LLMOPS_LOCAL_MODEL_URL: url });
    expect(model).toBeUndefined();
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['InvalidModelServer', 'LLMOPS_LOCAL_MODEL_URL']]);
    expect(JSON.stringify(issues)).not.toContain('secret');
  },
);

it('refuses everything that is said about a server that is not named', () => {
  const { issues } = namedLanguageModel({ LLMOPS_LOCAL_MODEL_KEY: 'a-key', LLMOPS_LOCAL_MODEL_NAME: 'tiny' });
  expect(issues.map(({ path }) => path)).toEqual(['LLMOPS_LOCAL_MODEL_KEY', 'LLMOPS_LOCAL_MODEL_NAME']);
  expect(JSON.stringify(issues)).not.toContain('a-key');
});
