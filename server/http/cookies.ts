import type { Request, Response } from 'express';

/** Over https the name carries `__Host-`: no subdomain can set it, no path can narrow it. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-sid' : 'sid';
}

/** The session's secret from the request, or undefined. */
export function readSessionCookie(request: Request): string | undefined {
  const name = cookieName(request.secure);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=').slice(0, 200);
  }
  return undefined;
}

/** Gives or, with null, takes the session's cookie. */
export function writeSessionCookie(request: Request, response: Response, secret: string | null): void {
  const secure = request.secure ? '; Secure' : '';
  const rest = secret === null ? '; Max-Age=0' : '';
  response.append(
    'Set-Cookie',
    `${cookieName(request.secure)}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${rest}`,
  );
}
