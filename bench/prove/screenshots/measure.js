/*
 * Runs inside a page and answers with what a reader would trip over: parts wider than the window, text that is cut or covered, text
 * of too little contrast. Source of the limits: WCAG 2.2, success criteria 1.4.3 and 1.4.10, https://www.w3.org/TR/WCAG22/, 2026-12-01.
 */
(screenHeight) => {
  const { document } = globalThis;
  const root = document.documentElement;
  const styleOf = (element) => globalThis.getComputedStyle(element);
  const nameOf = (element) =>
    `${element.tagName.toLowerCase()}${
      (element.className?.baseVal ?? element.className)
        ? `.${String(element.className?.baseVal ?? element.className)
            .split(' ')
            .join('.')}`
        : ''
    } “${(element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 60)}”`;
  const ancestorsOf = (element) => {
    const found = [];
    for (let at = element; at !== null; at = at.parentElement) found.push(at);
    return found;
  };

  const parse = (colour) => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return colour === 'none' || colour === 'transparent' ? { r: 0, g: 0, b: 0, a: 0 } : { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  const canvas = parse(styleOf(document.body).backgroundColor);
  const groundOf = (element) =>
    ancestorsOf(element)
      .map((one) =>
        one instanceof globalThis.SVGElement && one.tagName !== 'svg' ? { a: 0 } : parse(styleOf(one).backgroundColor),
      )
      .filter(({ a }) => a > 0)
      .reduceRight((below, top) => over(top, below), { ...canvas, a: 1 });

  const texts = [];
  const walker = document.createTreeWalker(document.body, globalThis.NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (node.data.trim() === '' || ['STYLE', 'SCRIPT', 'TITLE', 'DESC'].includes(element.tagName.toUpperCase()))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    texts.push({ element, box });
  }

  const wide = [];
  if (root.scrollWidth > root.clientWidth)
    wide.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`);
  const clipped = [];
  const covered = [];
  const weak = [];
  let least = Infinity;
  for (const { element, box } of texts) {
    const around = ancestorsOf(element);
    const scrolls = around.find((one) => ['auto', 'scroll'].includes(styleOf(one).overflowX));
    if (scrolls === undefined && (box.right > root.clientWidth + 1 || box.left < -1)) wide.push(nameOf(element));
    if (scrolls !== undefined && scrolls.scrollWidth > scrolls.clientWidth && scrolls.tabIndex < 0)
      clipped.push(`${nameOf(scrolls)} scrolls, and no key reaches it`);
    const cut = around.find((one) => {
      const { overflowX, overflowY } = styleOf(one);
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const sides = ['hidden', 'clip'].includes(overflowX) && (box.right > right + 1 || box.left < left - 1);
      return sides || (['hidden', 'clip'].includes(overflowY) && (box.bottom > bottom + 1 || box.top < top - 1));
    });
    if (cut !== undefined) clipped.push(nameOf(element));

    // The window is as high as the page, so every point of it can be asked.
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const hidden = around.some((one) => one.scrollWidth > one.clientWidth && styleOf(one).overflowX !== 'visible');
    if (
      top !== null &&
      !hidden &&
      !top.contains(element) &&
      !element.contains(top) &&
      !(top instanceof globalThis.SVGElement)
    )
      covered.push(`${nameOf(element)} is under ${nameOf(top)}`);

    const style = styleOf(element);
    const inDrawing = element instanceof globalThis.SVGElement;
    const ground = groundOf(element);
    const opacity = around.reduce((product, one) => product * Number(styleOf(one).opacity), 1);
    const ink = parse(inDrawing ? style.fill : style.color);
    const ratio = contrast(over({ ...ink, a: ink.a * opacity }, ground), ground);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    least = Math.min(least, ratio);
    if (ratio < (large ? 3 : 4.5)) weak.push(`${ratio.toFixed(2)} for ${nameOf(element)}`);
  }
  const first = texts.filter(({ box }) => box.bottom <= screenHeight).map(({ element }) => element.textContent);
  return {
    first: first.join('\n'),
    texts: texts.length,
    least,
    wide,
    clipped,
    covered,
    weak,
    height: root.scrollHeight,
  };
};
