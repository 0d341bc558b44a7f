import { problemFrom, unreachable } from './api-error.ts';

/** What goes with a file. */
export interface SendOptions {
  /** Where it goes: `/api/files` keeps it for an answer. */
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly onProgress: ((share: number) => void) | undefined;
}

/** Sends one file as multipart. By XMLHttpRequest, because `fetch` does not tell how far an upload is. */
export function sendFile<T>(file: File, { to, headers, onProgress }: SendOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    request.responseType = 'json';
    for (const [name, value] of Object.entries({ Accept: 'application/json', ...headers })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else reject(problemFrom(request.status, request.response));
    };
    request.onerror = () => reject(unreachable(new Error('The upload was cut off.')));
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
