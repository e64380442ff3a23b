import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chromium } from './chromium';

/** A window in which a page is opened. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
}

/** What `measure.js` answers. */
export interface Measures {
  /** The texts of the first screen, a line each. */
  readonly first: string;
  /** Texts that were looked at. */
  readonly texts: number;
  /** Lowest contrast of a text. */
  readonly least: number;
  /** What is wider than the window. */
  readonly wide: readonly string[];
  /** Text that is cut, or that no key reaches. */
  readonly clipped: readonly string[];
  /** Text that another part lies on. */
  readonly covered: readonly string[];
  /** Text of too little contrast. */
  readonly weak: readonly string[];
  /** Of the whole page, in pixels. */
  readonly height: number;
}

/** A page as it is opened, and with everything unfolded. */
export interface Measured {
  readonly closed: Measures;
  readonly open: Measures;
}

/** A comment and a function in parentheses. */
const script = readFileSync(join(__dirname, 'measure.js'), 'utf8').replace(/;\s*$/, '');

/** Opens a file, measures it folded and unfolded, and writes its first screen and the whole page as PNG, `<name>` before the ending. */
export async function measurePage(browser: Chromium, file: string, view: View, name: string): Promise<Measured> {
  const { targetId } = (await browser.send('Target.createTarget', { url: 'about:blank' })) as { targetId: string };
  const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = attached as { sessionId: string };
  const call = (method: string, params: object = {}): Promise<unknown> => browser.send(method, params, sessionId);
  const { width, height, theme } = view;
  const screen = (screenHeight: number): Promise<unknown> =>
    call('Emulation.setDeviceMetricsOverride', {
      width,
      height: screenHeight,
      deviceScaleFactor: 1,
      mobile: width < 600,
    });
  const measure = async (): Promise<Measures> => {
    const size = await call('Runtime.evaluate', {
      expression: 'document.documentElement.scrollHeight',
      returnByValue: true,
    });
    await screen((size as { readonly result: { readonly value: number } }).result.value);
    const answer = await call('Runtime.evaluate', { expression: `(${script})(${height})`, returnByValue: true });
    const { result, exceptionDetails } = answer as {
      readonly result: { readonly value?: Measures };
      readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
    };
    if (result.value === undefined) throw new Error(exceptionDetails?.exception?.description ?? 'no measures');
    return result.value;
  };
  const shoot = async (ending: string): Promise<void> => {
    const shot = await call('Page.captureScreenshot', { format: 'png' });
    const { data } = shot as { readonly data: string };
    writeFileSync(`${name}${ending}.png`, Buffer.from(data, 'base64'));
  };
  await call('Page.enable');
  await screen(height);
  await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
  const loaded = browser.next('Page.loadEventFired', sessionId);
  await call('Page.navigate', { url: `file://${file}` });
  await loaded;
  await shoot('');
  const closed = await measure();
  await shoot('-whole');
  await call('Runtime.evaluate', {
    expression: "for (const one of document.querySelectorAll('details')) one.open = true;",
  });
  const open = await measure();
  await browser.send('Target.closeTarget', { targetId });
  return { closed, open };
}
