// draw: screens (screens.mjs) drawn by Chromium, saved as their form says, and decoded again.
//
// Out: openDrawer() -> { draw(screen), close() }; draw gives { grey, width, height, file, type }.

import { chromium } from 'playwright-core';
import { browsers, chromiumFlags } from '../browser/support/page.mjs';

/* Runs in the page: to half size where that is the form, to JPEG, and back to pixels. */
async function encode([base64, form]) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const scale = form === 'half' ? 0.5 : 1;
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const type = form === 'jpeg' ? 'image/jpeg' : 'image/png';
  const blob = await canvas.convertToBlob({ type, quality: 0.7 });
  pen.drawImage(await createImageBitmap(blob), 0, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const grey = new Uint8Array(data.length / 4).map((_, at) => (data[4 * at] * 77 + data[4 * at + 1] * 150 + data[4 * at + 2] * 29) >> 8);
  const toText = (list) => {
    let text = '';
    for (let at = 0; at < list.length; at += 32768) text += String.fromCharCode(...list.subarray(at, at + 32768));
    return btoa(text);
  };
  return { width: canvas.width, height: canvas.height, type, grey: toText(grey), file: toText(new Uint8Array(await blob.arrayBuffer())) };
}

export async function openDrawer() {
  const browser = await chromium.launch({ executablePath: browsers.chromium, args: chromiumFlags });
  const helper = await (await browser.newContext()).newPage();
  return {
    async draw({ html, width, height, scale, form }) {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
      const page = await context.newPage();
      await page.setContent(html);
      const png = await page.screenshot({ fullPage: true });
      await context.close();
      const drawn = await helper.evaluate(encode, [png.toString('base64'), form]);
      return { ...drawn, grey: new Uint8Array(Buffer.from(drawn.grey, 'base64')), file: Buffer.from(drawn.file, 'base64') };
    },
    close: () => browser.close(),
  };
}
