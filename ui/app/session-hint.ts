/** Not the session itself, which no script can read. */
const KEY = 'gf-signed-in';

/**
 * Whether it makes sense to ask for a session.
 *
 * The cookie itself cannot be read by the page. Without this, everybody who opens the page for the first time would
 * find a refused call in the console. Where the device refuses to remember, it is asked.
 */
export function maySessionExist(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

/** Notes on this device that somebody has signed in, or that nobody is any more. It says nothing of who. */
export function noteSession(exists: boolean): void {
  try {
    if (exists) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Then the page asks each time it is opened.
  }
}
