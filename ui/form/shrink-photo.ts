/** A photo above this is worth the work; most drawings and scans are below. */
const WORTH_BYTES = 1.5 * 1024 * 1024;

/** Enough to read a gauge on it, and about a tenth of what a phone's camera makes. */
const LONGEST_SIDE = 2_560;
/** Below this, letters on a label begin to blur. */
const QUALITY = 0.85;

/** Kinds that cameras make. A PNG is a drawing or a screenshot, whose fine lines would suffer. */
const PHOTOS: ReadonlySet<string> = new Set(['image/jpeg', 'image/webp']);

/**
 * The photo in a size that a shop-floor network can carry; everything else as it is.
 *
 * Keeps name and kind. A picture that cannot be read, or would not become smaller, is left alone: the server decides
 * what to do with it. The camera's own notes, such as where it was taken, are gone afterwards.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!PHOTOS.has(file.type) || file.size <= WORTH_BYTES) return file;
  // Turned as the camera was held.
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  try {
    const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
    const smaller = scale < 1 ? await draw(picture, { scale, type: file.type }) : null;
    if (smaller === null || smaller.size >= file.size) return file;
    return new File([smaller], file.name, { type: smaller.type, lastModified: file.lastModified });
  } finally {
    picture.close();
  }
}

/** The picture at a scale, in the same kind; null where this browser cannot draw. */
function draw(
  picture: ImageBitmap,
  { scale, type }: { readonly scale: number; readonly type: string },
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const brush = canvas.getContext('2d');
  if (brush === null) return Promise.resolve(null);
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
}
