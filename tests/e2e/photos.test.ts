import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { sharedProduct } from './support/products.ts';
import { scene } from './support/scene.ts';
import { comeTo } from './support/walk.ts';

/** A photo as a phone makes it: 12 megapixels of noise, which no encoder can make small. */
const PHOTO = `(async () => {
  const canvas = new OffscreenCanvas(4000, 3000);
  const brush = canvas.getContext('2d');
  const noise = brush.createImageData(500, 500);
  let seed = 7;
  for (let at = 0; at < noise.data.length; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    noise.data[at] = at % 4 === 3 ? 255 : seed >>> 16;
  }
  for (let x = 0; x < 4000; x += 500) for (let y = 0; y < 3000; y += 500) brush.putImageData(noise, x, y);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
})()`;

describe('photos', () => {
  scene('a large photo is scaled down before it is sent; a drawing is not touched', async (people) => {
    // given
    const { base } = await sharedProduct();
    const { page } = await comeTo(people, base, { as: 'huang', path: '/start/order-review' });
    const files = page.getByRole('group', { name: 'Files', exact: true });
    await files.waitFor();
    const photo = Buffer.from(await page.evaluate<string>(PHOTO), 'base64');
    expect(photo.length, 'larger than a form takes').to.be.greaterThan(5 * 1024 * 1024);

    // when
    const picker = files.locator('input[type=file]');
    await picker.setInputFiles({ name: 'machine.jpg', mimeType: 'image/jpeg', buffer: photo });
    const arrived = files.getByRole('link', { name: 'machine.jpg' });
    await arrived.waitFor();

    // then
    const kept = await measure(page, (await arrived.getAttribute('href')) ?? '');
    expect(kept).to.include({ width: 2560, height: 1920, type: 'image/jpeg' });
    expect(kept.size).to.be.lessThan(5 * 1024 * 1024);

    // when
    const drawing = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(6 * 1024 * 1024)]);
    await picker.setInputFiles({ name: 'drawing.png', mimeType: 'image/png', buffer: drawing });

    // then
    await files.getByText('drawing.png is larger than 5 MB. Choose a smaller file.').waitFor();
  });
});

interface Kept {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly type: string;
}

/** What the server has of it. */
function measure(page: Page, path: string): Promise<Kept> {
  return page.evaluate<Kept>(`fetch(${JSON.stringify(path)}).then((answer) => answer.blob()).then((blob) =>
    createImageBitmap(blob).then(({ width, height }) => ({ width, height, size: blob.size, type: blob.type })))`);
}
