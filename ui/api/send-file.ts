import type { FileView } from '../../server/services/views/shared-views.ts';
import { problemFrom, unreachable } from './api-error.ts';

/** What goes with a file. */
export interface SendOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly onProgress: ((share: number) => void) | undefined;
}

/** Sends a file to `POST /api/files`. By XMLHttpRequest, because `fetch` does not tell how far an upload is. */
export function sendFile(file: File, { headers, onProgress }: SendOptions): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.responseType = 'json';
    for (const [name, value] of Object.entries({ Accept: 'application/json', ...headers })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as FileView);
      else reject(problemFrom(request.status, request.response));
    };
    request.onerror = () => reject(unreachable(new Error('The upload was cut off.')));
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
